namespace DxJobs.Benchmarks;

/// <summary>From the start of the process to the first answer on <c>/metrics</c>, native and usual build in turns.</summary>
internal static class Startup
{
    private const int Starts = 15;

    public static async Task RunAsync()
    {
        using var api = await SimulatedApi.StartAsync(1_000);
        var programs = new[] { ("native", ServedExporter.Native), ("usual", SimulatedApi.Exporter) };
        var times = programs.ToDictionary(p => p.Item1, _ => new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            foreach (var (name, program) in programs)
            {
                using var exporter = await ServedExporter.PollingAsync(program, 1);
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
