namespace DxJobs.Benchmarks;

/// <summary>The first full listing of 100,000 jobs, beside a script with boto3's paginator on the same server, in turns.</summary>
internal static class FullListing
{
    private const int Runs = 3;

    public static async Task RunAsync()
    {
        using var api = await SimulatedApi.StartAsync(100_000);
        var configuration = Path.GetTempFileName();
        await File.WriteAllTextAsync(configuration, $$"""
            poll: {interval: 10m, timeout: 10m, max_requests_per_second: 1000}
            targets: [{name: bench, region: us-east-1, endpoint_url: "{{SimulatedApi.Endpoint}}"}]
            """);
        var script = Path.Combine(AppContext.BaseDirectory, "boto3_paginator.py");
        var ratios = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var ours = await SimulatedApi.MeasureAsync(SimulatedApi.Exporter, "once", "--config.file", configuration);
            var theirs = await SimulatedApi.MeasureAsync("/usr/bin/python3", script, SimulatedApi.Endpoint);
            ratios.Add(theirs.Cpu / ours.Cpu);
            Console.WriteLine(
                $"exporter {ours.Cpu.TotalSeconds:0.00} s CPU, {ours.Wall.TotalSeconds:0.0} s, {ours.PeakKib / 1024} MiB; boto3 {theirs.Cpu.TotalSeconds:0.00} s CPU, {theirs.Wall.TotalSeconds:0.0} s, {theirs.PeakKib / 1024} MiB; ratio {ratios[^1]:0.0}");
        }

        Console.WriteLine($"median ratio of CPU: {ratios.Order().ElementAt(Runs / 2):0.0}");
        File.Delete(configuration);
    }
}
