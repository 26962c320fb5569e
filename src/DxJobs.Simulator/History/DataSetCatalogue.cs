using DxJobs.Simulator.DataSets;
using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Data sets of the account and their revisions: fixed names, ids derived from the seed.</summary>
internal sealed class DataSetCatalogue
{
    private const int RevisionsPerDataSet = 12;
    private const int RevokedRevision = 5;

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
    private readonly Dictionary<string, SimulatedDataSet> _byName;
    private readonly Dictionary<string, string> _contentNames;

    public DataSetCatalogue(int seed, DateTimeOffset start, Scenario scenario)
    {
        var random = new Random(StableHash.Combine(seed, -1));
        var background = Names.Select((name, i) => NewDataSet(
            StableHash.NewId(random), name, AssetType(i), start.AddDays(-400 + (10 * i)), i % 3 == 2)).ToList();
        var feeds = scenario.Feeds.Where(feed => !Names.Contains(feed.DataSet)).DistinctBy(feed => feed.DataSet)
            .Select((feed, i) => NewDataSet(
                StableHash.NewId(new Random(StableHash.Combine(seed, i, -3))),
                feed.DataSet,
                AssetTypeOf(feed.Type),
                start.AddDays(-200 - i),
                feed.Entitled));
        All = [.. background, .. feeds];
        _byName = All.ToDictionary(d => d.Name);
        _byJobType = JobTypes.All.ToDictionary(
            t => t.Type, t => (IReadOnlyList<SimulatedDataSet>)[.. background.Where(d => Accepts(d, t.Type))]);
        _contentNames = All.ToDictionary(d => d.Id, d => ToContentName(d.Name));
        Revisions = All.ToDictionary(d => d.Id, d => NewRevisions(random, d, start));
        foreach (var feed in scenario.Feeds.Where(feed => feed.NewRevision > TimeSpan.Zero))
        {
            var dataSet = Find(feed.DataSet);
            var at = start - feed.NewRevision;
            Revisions[dataSet.Id].Add(new SimulatedRevision(StableHash.NewId(random), dataSet.Id, at, at.AddMinutes(5)));
        }
    }

    public IReadOnlyList<SimulatedDataSet> All { get; }

    /// <summary>Revisions by data set, oldest first.</summary>
    public Dictionary<string, List<SimulatedRevision>> Revisions { get; }

    public SimulatedDataSet Find(string name) => _byName[name];

    /// <summary>Name of the data set as used in buckets and keys.</summary>
    public string ContentName(string dataSetId) => _contentNames.GetValueOrDefault(dataSetId, "feed");

    /// <summary>Data sets of the background load that accept a job type. Subscribers can only export.</summary>
    public IReadOnlyList<SimulatedDataSet> DataSetsFor(string jobType) => _byJobType[jobType];

    private static SimulatedDataSet NewDataSet(
        string id, string name, string assetType, DateTimeOffset createdAt, bool entitled) =>
        new(id, name, $"Simulated: {name.ToLowerInvariant()}.", assetType, createdAt, entitled);

    /// <summary>One revision per week, one of them revoked; the newest one of an owned data set is not finalized.</summary>
    private static List<SimulatedRevision> NewRevisions(Random random, SimulatedDataSet dataSet, DateTimeOffset start) =>
    [
        .. Enumerable.Range(0, RevisionsPerDataSet).Select(i =>
        {
            var createdAt = start.AddDays(-7 * (RevisionsPerDataSet - i)).AddMinutes(-random.Next(1440));
            var isOpen = i == RevisionsPerDataSet - 1 && !dataSet.Entitled;
            var isRevoked = i == RevokedRevision;
            var updatedAt = isOpen ? createdAt : createdAt.AddMinutes(isRevoked ? 3000 : 30);
            return new SimulatedRevision(StableHash.NewId(random), dataSet.Id, createdAt, updatedAt, !isOpen, isRevoked);
        }),
    ];

    private static string ToContentName(string name) => string.Join(
        '-',
        new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool Accepts(SimulatedDataSet dataSet, string jobType) =>
        (!dataSet.Entitled || JobTypes.IsExport(jobType)) && dataSet.AssetType == AssetTypeOf(jobType);

    private static string AssetTypeOf(string jobType) => jobType switch
    {
        "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" => "REDSHIFT_DATA_SHARE",
        "IMPORT_ASSET_FROM_API_GATEWAY_API" => "API_GATEWAY_API",
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" => "S3_DATA_ACCESS",
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" => "LAKE_FORMATION_DATA_PERMISSION",
        _ => "S3_SNAPSHOT",
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
