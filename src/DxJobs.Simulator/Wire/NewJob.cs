namespace DxJobs.Simulator.Wire;

/// <summary>What a CreateJob request asks for.</summary>
/// <param name="Type">The type of job.</param>
/// <param name="DataSetId">The data set that the details name.</param>
/// <param name="RevisionId">The first revision that they name.</param>
/// <param name="Details">The details of the type, a JSON object without what the model does not know.</param>
/// <param name="AssetConfiguration">Likewise; null for none.</param>
internal sealed record NewJob(string Type, string DataSetId, string RevisionId, string Details, string? AssetConfiguration);
