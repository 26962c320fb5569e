namespace DxJobs.DataExchange.Tests.Endpoints;

/// <summary>Tests that set or depend on the process's environment variables: never beside others.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;
