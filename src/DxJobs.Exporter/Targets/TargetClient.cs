using Amazon.DataExchange;

namespace DxJobs.Exporter.Targets;

/// <summary>A target's client and the host that it calls.</summary>
internal sealed record TargetClient(IAmazonDataExchange Client, string ServerAddress) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
