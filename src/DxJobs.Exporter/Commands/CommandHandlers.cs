namespace DxJobs.Exporter.Commands;

/// <summary>What the commands do; each returns the exit status.</summary>
internal sealed record CommandHandlers
{
    /// <summary><c>serve</c>.</summary>
    public required Func<ServeSettings, CancellationToken, Task<int>> Serve { get; init; }

    /// <summary><c>once</c>.</summary>
    public required Func<ServeSettings, OnceOutput, CancellationToken, Task<int>> Once { get; init; }

    /// <summary><c>jobs</c>.</summary>
    public required Func<JobsSettings, CancellationToken, Task<int>> Jobs { get; init; }

    /// <summary><c>backfill</c>.</summary>
    public required Func<BackfillSettings, CancellationToken, Task<int>> Backfill { get; init; }

    /// <summary><c>check-config</c>: what is wrong with a web configuration file, a line each.</summary>
    public required Func<string, IReadOnlyList<string>> CheckWebConfig { get; init; }

    /// <summary><c>check-config --online</c>, once the configuration is found good.</summary>
    public required Func<ServeSettings, CancellationToken, Task<int>> CheckOnline { get; init; }

    /// <summary><c>simulate</c>.</summary>
    public required Func<SimulateSettings, CancellationToken, Task<int>> Simulate { get; init; }

    /// <summary><c>healthcheck</c>.</summary>
    public required Func<HealthcheckSettings, CancellationToken, Task<int>> Healthcheck { get; init; }
}
