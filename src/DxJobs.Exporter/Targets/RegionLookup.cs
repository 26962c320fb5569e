namespace DxJobs.Exporter.Targets;

/// <summary>The result of looking for a target's region.</summary>
/// <param name="Region">The region; null if none was found.</param>
/// <param name="Unreachable">Why a source could not be reached, so that looking again may find one; null if every source answered.</param>
/// <param name="Note">Why a source that answered could not be used, such as a damaged file; null for nothing to add.</param>
internal sealed record RegionLookup(string? Region, string? Unreachable = null, string? Note = null);
