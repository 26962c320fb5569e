namespace DxJobs.Exporter.Hosting;

/// <summary>Signals are the program's own: the host's handling of them would make a stop by signal look like any other one.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
