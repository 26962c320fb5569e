namespace DxJobs.Benchmarks;

/// <summary>What a scrape takes with 1, 100 and 1,000 targets, beside a script with Python's prometheus_client that shows as many series.</summary>
internal static class Scrapes
{
    private const int Count = 200;

    public static async Task RunAsync()
    {
        using var api = await SimulatedApi.StartAsync(50);
        foreach (var targets in new[] { 1, 100, 1_000 })
        {
            var series = 0;
            foreach (var (name, program) in new[] { ("native", ServedExporter.Native), ("usual", SimulatedApi.Exporter) })
            {
                using var exporter = await ServedExporter.PollingAsync(program, targets);
                await exporter.TrackedAsync(50 * targets);
                series = await MeasureAsync($"{targets} targets, {name}", exporter);
            }

            using var peer = await ServedExporter.StartAsync(
                "/usr/bin/python3", 10393, Path.Combine(AppContext.BaseDirectory, "prometheus_client_peer.py"), "10393", $"{series}");
            await MeasureAsync($"{targets} targets, prometheus_client", peer);
        }
    }

    private static async Task<int> MeasureAsync(string what, ServedExporter exporter)
    {
        var series = (await exporter.ScrapeAsync()).Text.Split('\n').Count(l => l.Length > 0 && l[0] != '#');
        var count = series > 10_000 ? Count / 5 : Count;
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            times.Add((await exporter.ScrapeAsync()).Took.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what}: {series} series, p50 {times[count / 2]:0.0} ms, p99 {times[(int)(count * 0.99)]:0.0} ms, {exporter.Resident / 1e6:0} MB resident");
        return series;
    }
}
