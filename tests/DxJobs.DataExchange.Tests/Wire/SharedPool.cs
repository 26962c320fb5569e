namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Tests that look into buffers of the shared pool, which no other test may rent meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SharedPool
{
    public const string Name = "Shared pool";
}
