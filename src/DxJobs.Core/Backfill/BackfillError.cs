namespace DxJobs.Core.Backfill;

/// <summary>An error entry of a finished job.</summary>
internal readonly record struct BackfillError(ushort Type, string Code, string? LimitName, long UpdatedAt);
