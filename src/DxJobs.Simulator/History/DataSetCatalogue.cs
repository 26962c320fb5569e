using DxJobs.Simulator.DataSets;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Data sets of the account: fixed names, ids derived from the seed.</summary>
internal sealed class DataSetCatalogue
{
    private static readonly string[] Names =
    [
        "Retail footfall, daily", "Retail footfall, weekly", "Card spend by category", "Card spend by region",
        "Consumer sentiment index", "Weather observations, hourly", "Weather forecasts, 10 days", "River levels",
        "Air quality, stations", "Satellite vegetation index",
        "Vessel positions, live", "Vessel port calls", "Flight schedules", "Flight delays", "Road traffic counts",
        "Equity end-of-day prices", "Equity corporate actions", "Bond reference data", "FX rates, hourly", "Company fundamentals",
        "Company ownership tree", "Job postings", "News headlines, tagged", "Clinical trials registry", "Drug prices",
        "Hospital capacity", "Property listings", "Property transactions", "Electricity demand", "Electricity spot prices",
    ];

    private readonly Dictionary<string, IReadOnlyList<SimulatedDataSet>> _byJobType;

    public DataSetCatalogue(int seed, DateTimeOffset start)
    {
        var random = new Random(StableHash.Combine(seed, -1));
        All = [.. Names.Select((name, i) => new SimulatedDataSet(
            StableHash.NewId(random),
            name,
            $"Simulated: {name.ToLowerInvariant()}.",
            AssetType(i),
            start.AddDays(-400 + (10 * i)),
            Entitled: i % 3 == 2))];
        _byJobType = JobTypes.All.ToDictionary(
            t => t.Type, t => (IReadOnlyList<SimulatedDataSet>)[.. All.Where(d => Accepts(d, t.Type))]);
        Revisions = All.ToDictionary(
            d => d.Id, _ => (IReadOnlyList<string>)[.. Enumerable.Range(0, 12).Select(_ => StableHash.NewId(random))]);
    }

    public IReadOnlyList<SimulatedDataSet> All { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Revisions { get; }

    /// <summary>Data sets that accept a job type. Subscribers can only export.</summary>
    public IReadOnlyList<SimulatedDataSet> DataSetsFor(string jobType) => _byJobType[jobType];

    private static bool Accepts(SimulatedDataSet dataSet, string jobType) => jobType switch
    {
        "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" => !dataSet.Entitled && dataSet.AssetType == "REDSHIFT_DATA_SHARE",
        "IMPORT_ASSET_FROM_API_GATEWAY_API" => !dataSet.Entitled && dataSet.AssetType == "API_GATEWAY_API",
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" => !dataSet.Entitled && dataSet.AssetType == "S3_DATA_ACCESS",
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" =>
            !dataSet.Entitled && dataSet.AssetType == "LAKE_FORMATION_DATA_PERMISSION",
        _ => (!dataSet.Entitled || JobTypes.IsExport(jobType)) && dataSet.AssetType == "S3_SNAPSHOT",
    };

    private static string AssetType(int number) => (number % 10) switch
    {
        3 => "REDSHIFT_DATA_SHARE",
        5 => "API_GATEWAY_API",
        7 => "S3_DATA_ACCESS",
        9 => "LAKE_FORMATION_DATA_PERMISSION",
        _ => "S3_SNAPSHOT",
    };
}
