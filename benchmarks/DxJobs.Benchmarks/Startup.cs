namespace DxJobs.Benchmarks;

/// <summary>From the start of the process to the first answer on <c>/metrics</c>, native build, usual build and a script in turns.</summary>
internal static class Startup
{
    private const int Starts = 15;

    public static async Task RunAsync()
    {
        using var api = await SimulatedApi.StartAsync(1_000);
        var times = ServedExporter.Peers.ToDictionary(p => p.Name, _ => new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            foreach (var (name, startAsync) in ServedExporter.Peers)
            {
                using var exporter = await startAsync();
                times[name].Add(exporter.Started.TotalMilliseconds);
            }
        }

        foreach (var (name, all) in times)
        {
            Console.WriteLine($"{name}: median {all.Order().ElementAt(Starts / 2):0} ms, least {all.Min():0} ms, most {all.Max():0} ms");
        }

        Console.WriteLine($"native binary: {new FileInfo(ServedExporter.Native).Length / 1e6:0.0} MB");
    }
}
