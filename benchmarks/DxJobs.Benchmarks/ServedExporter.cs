using System.Diagnostics;
using System.Globalization;

namespace DxJobs.Benchmarks;

/// <summary>A program that serves <c>/metrics</c>, as a process of its own with an environment of its own.</summary>
internal sealed class ServedExporter : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(1) };

    private readonly Process _process;
    private readonly Uri _metrics;

    private ServedExporter(Process process, Uri metrics) => (_process, _metrics) = (process, metrics);

    /// <summary>The native binary: TESTED_NATIVE_BINARY, else where <c>test.sh</c> leaves it.</summary>
    public static string Native => Environment.GetEnvironmentVariable("TESTED_NATIVE_BINARY") ?? Path.GetFullPath("artifacts/native/dxjobs-exporter");

    /// <summary>How long it took from the start of the process to the first answer.</summary>
    public TimeSpan Started { get; private init; }

    /// <summary>Resident memory, in bytes.</summary>
    public long Resident => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) * 1024;

    /// <summary>Starts a program and asks until it answers.</summary>
    public static async Task<ServedExporter> StartAsync(string program, int port, params string[] arguments)
    {
        var metrics = new Uri($"http://127.0.0.1:{port}/metrics");
        var start = TimeProvider.System.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("/usr/bin/env", ["-i", "PATH=" + Environment.GetEnvironmentVariable("PATH"), "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AWS_EC2_METADATA_DISABLED=true", "HOME=/tmp", program, .. arguments])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (!await AnswersAsync(metrics))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
            }

            await timer.WaitForNextTickAsync();
        }

        return new ServedExporter(process, metrics) { Started = TimeProvider.System.GetElapsedTime(start) };
    }

    /// <summary>The exporter on the simulated API, with so many targets.</summary>
    public static async Task<ServedExporter> PollingAsync(string program, int targets)
    {
        var configuration = Path.GetTempFileName();
        await File.WriteAllTextAsync(configuration, "poll: {interval: 30m, timeout: 30m, max_requests_per_second: 1000, max_concurrent_targets: 32}\ntargets:\n" + string.Concat(
            Enumerable.Range(0, targets).Select(i => $"  - {{name: t{i}, region: us-east-1, endpoint_url: \"{SimulatedApi.Endpoint}\"}}\n")));
        return await StartAsync(program, 10392, "--config.file", configuration, "--web.listen-address", "127.0.0.1:10392");
    }

    /// <summary>The three that are measured side by side, each on the simulated API with one target: native, the usual build, and a script with boto3 and prometheus_client.</summary>
    public static IReadOnlyList<(string Name, Func<Task<ServedExporter>> StartAsync)> Peers { get; } =
    [
        ("native", () => PollingAsync(Native, 1)),
        ("usual", () => PollingAsync(SimulatedApi.Exporter, 1)),
        ("script", () => StartAsync("/usr/bin/python3", 10392, Path.Combine(AppContext.BaseDirectory, "script_exporter.py"), "10392", SimulatedApi.Endpoint)),
    ];

    /// <summary>Scrapes it: how long that took, and how many series.</summary>
    public async Task<(TimeSpan Took, string Text)> ScrapeAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        var text = await Http.GetStringAsync(_metrics);
        return (TimeProvider.System.GetElapsedTime(start), text);
    }

    /// <summary>Waits until all its targets hold so many jobs together.</summary>
    public async Task TrackedAsync(long jobs)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        while ((await ScrapeAsync()).Text.Split('\n').Where(l => l.StartsWith("dxjobs_jobs_tracked{", StringComparison.Ordinal)).Sum(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)) < jobs * 0.99)
        {
            await timer.WaitForNextTickAsync();
        }

        await timer.WaitForNextTickAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(Uri metrics)
    {
        try
        {
            using var answer = await Http.GetAsync(metrics);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
