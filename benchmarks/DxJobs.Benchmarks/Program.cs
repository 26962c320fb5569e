using DxJobs.Benchmarks;
using DxJobs.Benchmarks.Feeds;

var scenarios = new Dictionary<string, Func<Task>>
{
    ["ledger"] = LedgerMemory.RunAsync,
    ["full-listing"] = FullListing.RunAsync,
    ["incremental"] = IncrementalPolls.RunAsync,
    ["startup"] = Startup.RunAsync,
    ["resident"] = Resident.RunAsync,
    ["scrape"] = Scrapes.RunAsync,
    ["feeds"] = FeedEvaluation.RunAsync,
    ["soak"] = Soak.RunAsync,
};

if (args is not [var name] || !scenarios.TryGetValue(name, out var scenario))
{
    Console.Error.WriteLine($"usage: DxJobs.Benchmarks {string.Join(" | ", scenarios.Keys)}");
    return 2;
}

await scenario();
return 0;
