namespace DxJobs.Exporter.Commands;

/// <summary>Settings of <c>jobs</c>.</summary>
/// <param name="Serve">Configuration and logging.</param>
/// <param name="Target">Name, or name/region, of the targets to list; null for all.</param>
/// <param name="States">States to list.</param>
/// <param name="Type">Type to list; null for all.</param>
/// <param name="DataSetId">Data set to list; null for all.</param>
/// <param name="Since">Maximum time since UpdatedAt; null for no limit.</param>
/// <param name="Limit">Maximum number of jobs; null for no limit.</param>
/// <param name="Json">Whether the output is JSON instead of a table.</param>
internal sealed record JobsSettings(
    ServeSettings Serve, string? Target, IReadOnlyList<string> States, string? Type, string? DataSetId, TimeSpan? Since, int? Limit, bool Json);
