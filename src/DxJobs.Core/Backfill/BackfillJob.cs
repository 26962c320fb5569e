namespace DxJobs.Core.Backfill;

/// <summary>A finished job, with indexes into the symbols of its history.</summary>
internal readonly record struct BackfillJob(
    ushort State, ushort Type, int DataSet, long CreatedAt, long UpdatedAt, bool IsAutoExport, bool IsFailure, bool IsCompleted);
