using System.Diagnostics;

namespace DxJobs.Benchmarks;

/// <summary>The simulator as a process of its own, so that what it costs is not counted, and the exporter's program as another.</summary>
internal sealed class SimulatedApi : IDisposable
{
    private const string Address = "127.0.0.1:10391";

    private readonly Process _process;

    private SimulatedApi(Process process) => _process = process;

    /// <summary>The program that is measured: MEASURED_EXPORTER, else the one built beside this.</summary>
    public static string Exporter => Environment.GetEnvironmentVariable("MEASURED_EXPORTER") ?? Path.Combine(AppContext.BaseDirectory, "dxjobs-exporter");

    public static string Endpoint => "http://" + Address;

    public static async Task<SimulatedApi> StartAsync(int jobs)
    {
        var process = Process.Start(new ProcessStartInfo(Exporter, ["simulate", "--listen", Address, "--jobs", $"{jobs}"]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadLineAsync();
        return new SimulatedApi(process);
    }

    /// <summary>Runs a program to its end: its processor time, and the most memory that it held.</summary>
    public static async Task<(TimeSpan Cpu, TimeSpan Wall, long PeakKib)> MeasureAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["-i", "PATH=" + Environment.GetEnvironmentVariable("PATH"), "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AWS_EC2_METADATA_DISABLED=true", "HOME=/tmp",
            "/usr/bin/python3", "-c", Harness, program, .. arguments])
        { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var report = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        var parts = report.TrimEnd().Split('\n')[^1].Split(' ');
        return process.ExitCode == 0
            ? (TimeSpan.FromSeconds(double.Parse(parts[0])), TimeSpan.FromSeconds(double.Parse(parts[1])), long.Parse(parts[2]))
            : throw new InvalidOperationException(report);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    /// <summary>The operating system's own account of a finished child.</summary>
    private const string Harness = """
        import resource, subprocess, sys, time
        start = time.time()
        status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(used.ru_utime + used.ru_stime, time.time() - start, used.ru_maxrss, file=sys.stderr)
        sys.exit(status)
        """;
}
