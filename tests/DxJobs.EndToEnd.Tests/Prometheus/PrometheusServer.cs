using System.Globalization;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>A real Prometheus that scrapes one address every second, evaluates rules every second, and keeps its data only as long as it runs.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly HttpClient _http;

    private PrometheusServer(RunningProgram program)
    {
        _program = program;
        _http = new HttpClient { BaseAddress = program.Address };
    }

    /// <summary>Starts it.</summary>
    /// <param name="scrape">The exposition to scrape: an exporter's <c>/metrics</c>, or a stand-in's.</param>
    /// <param name="rules">The text of a rule file, or null for none.</param>
    /// <param name="alertmanager">Where alerts go, or null for nowhere.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <param name="version">The release of Prometheus.</param>
    /// <param name="scrapeOptions">More keys of the scrape configuration, as lines of YAML.</param>
    public static async Task<PrometheusServer> StartAsync(
        Uri scrape, string? rules, Uri? alertmanager, CancellationToken cancel, PeerVersion version = PeerVersion.Distribution, params string[] scrapeOptions)
    {
        var folder = RunningProgram.NewFolder();
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await File.WriteAllTextAsync(Path.Combine(folder, "test.rules.yaml"), rules ?? "groups: []\n", cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yaml"), Configuration(scrape, alertmanager, scrapeOptions), cancel);
        return new(await RunningProgram.StartAsync(Peers.Prometheus(version), folder, address, "/-/ready",
            ["--config.file=prometheus.yaml", "--storage.tsdb.path=data", $"--web.listen-address={address.Authority}", "--log.level=warn"], cancel));
    }

    /// <summary>The result of an instant query; fails with Prometheus's words when it does not parse.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string expression, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent([new("query", expression)]);
        using var answer = await _http.PostAsync("/api/v1/query", form, cancel);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        Assert.True(body.RootElement.GetProperty("status").GetString() == "success", $"{expression}: {body.RootElement}");
        return [.. body.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Select(e => e.Clone())];
    }

    /// <summary>The number that an instant query yields.</summary>
    public async Task<double> ScalarAsync(string expression, CancellationToken cancel) =>
        double.Parse(Assert.Single(await QueryAsync(expression, cancel)).GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);

    /// <summary>The version that the server reports.</summary>
    public async Task<string> VersionAsync(CancellationToken cancel)
    {
        using var body = JsonDocument.Parse(await _http.GetStringAsync("/api/v1/status/buildinfo", cancel));
        return body.RootElement.GetProperty("data").GetProperty("version").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    private static string Configuration(Uri scrape, Uri? alertmanager, string[] scrapeOptions) =>
        $$"""
          global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
          rule_files: [test.rules.yaml]
          scrape_configs:
            - job_name: dxjobs-exporter
              metrics_path: {{scrape.AbsolutePath}}
              static_configs: [{targets: ["{{scrape.Authority}}"]}]
          {{string.Join('\n', scrapeOptions.Select(o => "    " + o))}}
          {{(alertmanager is null ? "" : $"alerting: {{alertmanagers: [{{static_configs: [{{targets: [\"{alertmanager.Authority}\"]}}]}}]}}")}}
          """;
}
