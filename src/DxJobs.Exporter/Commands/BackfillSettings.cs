namespace DxJobs.Exporter.Commands;

/// <summary>Flags of <c>backfill</c>.</summary>
/// <param name="Serve">Configuration and common flags.</param>
/// <param name="OutputFile">Output file.</param>
/// <param name="Days">Days before the end.</param>
/// <param name="Step">Interval between samples.</param>
/// <param name="End">End of the range; null for now.</param>
/// <param name="Target">Target name or name/region; null for all.</param>
/// <param name="Labels">Additional labels.</param>
/// <param name="DataSets">Whether to write series per data set.</param>
internal sealed record BackfillSettings(
    ServeSettings Serve,
    string OutputFile,
    int Days,
    TimeSpan Step,
    DateTimeOffset? End,
    string? Target,
    IReadOnlyList<KeyValuePair<string, string>> Labels,
    bool DataSets);
