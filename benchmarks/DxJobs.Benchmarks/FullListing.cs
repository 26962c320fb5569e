using System.Diagnostics;

namespace DxJobs.Benchmarks;

/// <summary>The first full listing of 100,000 jobs, beside programs with the paginators of AWS's SDKs on the same server, in turns.</summary>
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
        var paginator = Path.Combine(Path.GetTempPath(), "go_paginator");
        Build(paginator);
        var script = Path.Combine(AppContext.BaseDirectory, "boto3_paginator.py");
        (string Name, string[] Command)[] programs =
        [
            ("exporter", [SimulatedApi.Exporter, "once", "--config.file", configuration]),
            ("SDK for Go v2", [paginator, SimulatedApi.Endpoint]),
            ("SDK for JavaScript v3", ["/usr/bin/node", "benchmarks/javascript_paginator.cjs", SimulatedApi.Endpoint]),
            ("boto3", ["/usr/bin/python3", script, SimulatedApi.Endpoint]),
        ];
        var measured = programs.ToDictionary(p => p.Name, _ => new List<(TimeSpan Cpu, TimeSpan Wall, long PeakKib)>());
        for (var run = 0; run < Runs; run++)
        {
            foreach (var (name, command) in programs)
            {
                measured[name].Add(await SimulatedApi.MeasureAsync(command[0], command[1..]));
            }
        }

        var ours = Median(measured["exporter"].Select(m => m.Cpu.TotalSeconds));
        foreach (var (name, runs) in measured)
        {
            var cpu = Median(runs.Select(r => r.Cpu.TotalSeconds));
            Console.WriteLine(
                $"{name}: {cpu:0.00} s CPU, {Median(runs.Select(r => r.Wall.TotalSeconds)):0.0} s, "
                + $"{Median(runs.Select(r => r.PeakKib / 1024d)):0} MiB, {cpu / ours:0.0} times the exporter");
        }

        File.Delete(configuration);
        File.Delete(paginator);
    }

    /// <summary>With Debian's packages of the SDK: golang-go, golang-github-aws-aws-sdk-go-v2-dev.</summary>
    private static void Build(string output)
    {
        var start = new ProcessStartInfo("/usr/bin/go", ["build", "-o", output, "benchmarks/go_paginator.go"]);
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = "/usr/share/gocode";
        using var build = Process.Start(start)!;
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException("go build failed");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);
}
