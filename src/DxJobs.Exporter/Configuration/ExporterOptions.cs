using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Configuration;

/// <summary>The whole configuration after file, environment and flags are merged and validated.</summary>
internal sealed record ExporterOptions
{
    /// <summary>How AWS is asked.</summary>
    public PollOptions Poll { get; init; } = new();

    /// <summary>The windows of <c>aws_dataexchange_recently_finished_jobs</c>, as configured; labels are unique.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [Window.Parse("15m"), Window.Parse("1h"), Window.Parse("1d")];

    /// <summary>The opt-in series of single data sets.</summary>
    public DataSetOptions DataSets { get; init; } = new();

    /// <summary>What is logged besides the exporter's own events.</summary>
    public LogOptions Log { get; init; } = new();

    /// <summary>What is polled; empty means one target named <c>default</c> from the SDK's own chain.</summary>
    public IReadOnlyList<TargetOptions> Targets { get; init; } = [];

    /// <summary>Which part of the targets is this replica's.</summary>
    public ShardOptions Shard { get; init; } = new();
}
