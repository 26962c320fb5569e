namespace DxJobs.Exporter.Tests.Aws;

/// <summary>Tests that change the process's environment.</summary>
[CollectionDefinition(AwsEnvironment.Alone, DisableParallelization = true)]
public sealed class AwsEnvironmentAlone;
