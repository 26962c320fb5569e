namespace DxJobs.Simulator.Api;

/// <summary>A valid CreateJob request.</summary>
/// <param name="Type">Job type.</param>
/// <param name="DataSetId">Data set id of the details.</param>
/// <param name="RevisionId">First revision id of the details.</param>
/// <param name="Details">Details of the type as a JSON object, without unknown members.</param>
/// <param name="AssetConfiguration">AssetConfiguration as a JSON object; null if none.</param>
internal sealed record CreateJobRequest(
    string Type, string DataSetId, string RevisionId, string Details, string? AssetConfiguration);
