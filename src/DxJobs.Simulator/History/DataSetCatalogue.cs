using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>The data sets of the account: the same names for everyone, ids by seed.</summary>
internal sealed class DataSetCatalogue
{
    private static readonly string[] Names =
    [
        "Retail footfall, daily", "Retail footfall, weekly", "Card spend by category", "Card spend by region", "Consumer sentiment index",
        "Weather observations, hourly", "Weather forecasts, 10 days", "River levels", "Air quality, stations", "Satellite vegetation index",
        "Vessel positions, live", "Vessel port calls", "Flight schedules", "Flight delays", "Road traffic counts",
        "Equity end-of-day prices", "Equity corporate actions", "Bond reference data", "FX rates, hourly", "Company fundamentals",
        "Company ownership tree", "Job postings", "News headlines, tagged", "Clinical trials registry", "Drug prices",
        "Hospital capacity", "Property listings", "Property transactions", "Electricity demand", "Electricity spot prices",
    ];

    private readonly Dictionary<string, IReadOnlyList<SimulatedDataSet>> _fitting;

    /// <summary>Makes the catalogue.</summary>
    public DataSetCatalogue(int seed, DateTimeOffset start)
    {
        var random = new Random(HashCodes.Of(seed, -1));
        All = [.. Names.Select((name, i) => new SimulatedDataSet(
            HashCodes.Id(random), name, "Simulated: " + name.ToLowerInvariant() + ".", AssetType(i), start.AddDays(-400 + (10 * i)), Entitled: i % 3 == 2))];
        _fitting = JobTypes.All.ToDictionary(t => t.Type, t => (IReadOnlyList<SimulatedDataSet>)[.. All.Where(d => Fits(d, t.Type))]);
        Revisions = All.ToDictionary(d => d.Id, _ => (IReadOnlyList<string>)[.. Enumerable.Range(0, 12).Select(_ => HashCodes.Id(random))]);
    }

    /// <summary>The data sets.</summary>
    public IReadOnlyList<SimulatedDataSet> All { get; }

    /// <summary>The revisions of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Revisions { get; }

    /// <summary>The data sets that a type of job can work on. Whoever is entitled to a data set can only export from it.</summary>
    public IReadOnlyList<SimulatedDataSet> Fitting(string jobType) => _fitting[jobType];

    private static bool Fits(SimulatedDataSet dataSet, string jobType) => jobType switch
    {
        "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" => !dataSet.Entitled && dataSet.AssetType == "REDSHIFT_DATA_SHARE",
        "IMPORT_ASSET_FROM_API_GATEWAY_API" => !dataSet.Entitled && dataSet.AssetType == "API_GATEWAY_API",
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" => !dataSet.Entitled && dataSet.AssetType == "S3_DATA_ACCESS",
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" => !dataSet.Entitled && dataSet.AssetType == "LAKE_FORMATION_DATA_PERMISSION",
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
