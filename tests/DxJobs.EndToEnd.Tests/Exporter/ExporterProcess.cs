using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>The built program as a process of its own, with an environment that holds nothing but the simulator's access key.</summary>
internal sealed partial class ExporterProcess : IAsyncDisposable
{
    private static readonly string[] ForeignPrefixes = ["AWS_", "OTEL_", "DXJOBS_", "ASPNETCORE_"];

    private readonly Process _process;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Lines _output = new();
    private readonly Lines _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ExporterProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Logged(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What <c>dotnet build</c> makes, of the same configuration as the tests.</summary>
    public static string UsualBuild { get; } = Repository.Path(
        "src", "DxJobs.Exporter", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "dxjobs-exporter");

    /// <summary>The program that is tested: the usual build, unless <c>TESTED_PROGRAM</c> names another, such as the native one.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("TESTED_PROGRAM") is { Length: > 0 } other ? other : UsualBuild;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has logged so far.</summary>
    public string Log => _errors.Text;

    /// <summary>What it has written to its standard output so far.</summary>
    public string Output => _output.Text;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the server on a free port and waits until it says where it listens.</summary>
    public static Task<ExporterProcess> ServeAsync(params string[] arguments) => ServeWithAsync([], arguments);

    /// <summary>The same with more environment.</summary>
    public static Task<ExporterProcess> ServeWithAsync(Dictionary<string, string> environment, params string[] arguments) =>
        ServeProgramAsync(Program, environment, arguments);

    /// <summary>The same with another program.</summary>
    public static async Task<ExporterProcess> ServeProgramAsync(string program, Dictionary<string, string> environment, params string[] arguments)
    {
        var exporter = new ExporterProcess(StartOf(program, environment, [.. arguments, "--web.listen-address", "127.0.0.1:0"]));
        await exporter.ListensAsync();
        return exporter;
    }

    /// <summary>Starts a command that is expected to take a while.</summary>
    public static ExporterProcess Start(params string[] arguments) => new(StartOf(Program, [], arguments));

    /// <summary>Starts <c>simulate</c> on a free port and waits until it says where it listens.</summary>
    public static async Task<ExporterProcess> SimulateAsync(params string[] arguments)
    {
        var simulator = new ExporterProcess(StartOf(Program, [], ["simulate", "--listen", "127.0.0.1:0", .. arguments]));
        simulator._process.OutputDataReceived += (_, line) => simulator.Heard(line.Data);
        simulator.Heard(simulator.Output);
        await simulator.ListensAsync();
        return simulator;
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<Run> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    /// <summary>The same with more environment.</summary>
    public static Task<Run> RunWithAsync(Dictionary<string, string> environment, params string[] arguments) => RunProgramAsync(Program, environment, arguments);

    /// <summary>The same with another program.</summary>
    public static async Task<Run> RunProgramAsync(string program, Dictionary<string, string> environment, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(StartOf(program, environment, arguments))!;
        await using var killed = cancel.Register(process.Kill);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new Run(process.ExitCode, await output, await error);
    }

    /// <summary>Asks for a page, whatever its status.</summary>
    public async Task<(int Status, string? Type, string Body)> GetAsync(string path, string? accept = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await _http.SendAsync(request, cancel);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Scrapes it.</summary>
    public async Task<Scrape> ScrapeAsync()
    {
        var (status, _, body) = await GetAsync("/metrics");
        Assert.Equal(200, status);
        return new Scrape(body);
    }

    /// <summary>Scrapes it until the scrape is as wanted.</summary>
    public async Task<Scrape> ScrapedAsync(Func<Scrape, bool> wanted, string what)
    {
        Scrape? last = null;
        await Eventually.TrueAsync(
            async () => wanted(last = await ScrapeAsync()), () => $"{what}\n{last?.Text}\n{Log}", TestContext.Current.CancellationToken);
        return last!;
    }

    /// <summary>Waits until it is ready: a poll counts in the metrics a moment before the page and readiness know of it.</summary>
    public Task ReadyAsync() => Eventually.TrueAsync(
        async () => (await GetAsync("/readyz")).Status == 200, () => $"it is ready\n{Log}", TestContext.Current.CancellationToken);

    /// <summary>Waits until its log has these words: what it wrote may still be in the pipe when a scrape already shows it.</summary>
    public Task SaysAsync(string words) => Eventually.TrueAsync(
        () => Task.FromResult(Log.Contains(words, StringComparison.Ordinal)), () => $"its log says {words}\n{Log}", TestContext.Current.CancellationToken);

    /// <summary>Sends it a signal, such as <c>HUP</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        var (status, words) = await Command.RunAsync(
            "bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {Id}")], cancel: TestContext.Current.CancellationToken);
        Assert.True(status == 0, words);
    }

    /// <summary>Sends it a signal that should end it, and says with which status it does.</summary>
    public async Task<int> SignalledAsync(string signal)
    {
        await SignalAsync(signal);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Sends SIGTERM, and says how it ended and how long that took.</summary>
    public async Task<(int Status, TimeSpan Took)> TerminateAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        await SignalAsync("TERM");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, TimeProvider.System.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    /// <summary>What the AWS SDK needs to be the simulated user.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SimulatedUser() =>
    [
        new("AWS_ACCESS_KEY_ID", SimulatorCredentials.AccessKeyId),
        new("AWS_SECRET_ACCESS_KEY", SimulatorCredentials.SecretAccessKey),
        new("AWS_REGION", "us-east-1"),
        new("AWS_EC2_METADATA_DISABLED", "true"),
        new("AWS_CONFIG_FILE", "/dev/null"),
        new("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
        new("AWS_PAGER", ""),
    ];

    private static ProcessStartInfo StartOf(string program, Dictionary<string, string> environment, IEnumerable<string> arguments)
    {
        // Where the tests run in the background these signals are ignored, and whoever they start would inherit that.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT,HUP", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => ForeignPrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in SimulatedUser().Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task ListensAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var ended = _process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(_listening.Task, ended).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, cancel) == ended)
        {
            var status = _process.ExitCode;
            await DisposeAsync();
            Assert.Fail($"it ended with status {status}: {Output}{Log}");
        }

        Address = await _listening.Task;
    }

    private void Logged(string? line)
    {
        _errors.Add(line);
        Heard(line);
    }

    private void Heard(string? line)
    {
        if (line is not null && ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("listen(?:ing|s) on (https?://127\\.0\\.0\\.1:[0-9]+)")]
    private static partial Regex ListeningLine();
}
