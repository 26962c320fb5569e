namespace DxJobs.Simulator.Account;

/// <summary>A data set of the account.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is.</param>
/// <param name="AssetType">What its assets are, as AWS spells it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Entitled">Whether it is somebody else's, subscribed to.</param>
public sealed record SimulatedDataSet(string Id, string Name, string Description, string AssetType, DateTimeOffset CreatedAt, bool Entitled);
