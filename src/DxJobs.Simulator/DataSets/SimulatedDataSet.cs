namespace DxJobs.Simulator.DataSets;

/// <summary>A data set of the account.</summary>
/// <param name="Id">Data set id.</param>
/// <param name="Name">Data set name.</param>
/// <param name="Description">Description.</param>
/// <param name="AssetType">Asset type, as in AWS's service model.</param>
/// <param name="CreatedAt">Creation time.</param>
/// <param name="Entitled">Whether the account is a subscriber (origin ENTITLED) instead of the owner.</param>
public sealed record SimulatedDataSet(
    string Id, string Name, string Description, string AssetType, DateTimeOffset CreatedAt, bool Entitled);
