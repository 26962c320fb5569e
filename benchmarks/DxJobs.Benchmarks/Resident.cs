namespace DxJobs.Benchmarks;

/// <summary>Resident memory of the process once it holds so many jobs.</summary>
internal static class Resident
{
    public static async Task RunAsync()
    {
        foreach (var jobs in new[] { 10_000, 100_000, 1_000_000 })
        {
            using var api = await SimulatedApi.StartAsync(jobs);
            foreach (var (name, startAsync) in ServedExporter.Peers)
            {
                using var exporter = await startAsync();
                await exporter.TrackedAsync(jobs);
                Console.WriteLine($"{jobs} jobs, {name}: {exporter.Resident / 1e6:0} MB resident");
            }
        }
    }
}
