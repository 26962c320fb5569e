namespace DxJobs.Simulator.DataSets;

/// <summary>A revision of a data set.</summary>
/// <param name="Id">Revision id.</param>
/// <param name="DataSetId">Data set id.</param>
/// <param name="CreatedAt">Creation time.</param>
/// <param name="UpdatedAt">Time of the last change: finalized or revoked.</param>
/// <param name="Finalized">Whether the revision is finalized.</param>
/// <param name="Revoked">Whether subscribers have lost access.</param>
public sealed record SimulatedRevision(
    string Id, string DataSetId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, bool Finalized = true, bool Revoked = false);
