using System.Globalization;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>A VictoriaMetrics that scrapes one address every second with its own scraper.</summary>
internal sealed class VictoriaMetricsServer : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly HttpClient _http;

    private VictoriaMetricsServer(RunningProgram program)
    {
        _program = program;
        _http = new HttpClient { BaseAddress = program.Address };
    }

    /// <summary>Starts it.</summary>
    public static async Task<VictoriaMetricsServer> StartAsync(Uri scrape, CancellationToken cancel)
    {
        var folder = RunningProgram.NewFolder();
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await File.WriteAllTextAsync(Path.Combine(folder, "scrape.yaml"), $$"""
            global: {scrape_interval: 1s}
            scrape_configs:
              - job_name: dxjobs-exporter
                metrics_path: {{scrape.AbsolutePath}}
                static_configs: [{targets: ["{{scrape.Authority}}"]}]
            """, cancel);
        return new(await RunningProgram.StartAsync(Peers.VictoriaMetrics(), folder, address, "/health", [
            "-promscrape.config=scrape.yaml", "-promscrape.config.strictParse=true", "-storageDataPath=data", $"-httpListenAddr={address.Authority}",
            "-search.latencyOffset=0s", "-memory.allowedBytes=64MiB", "-loggerLevel=WARN"], cancel));
    }

    /// <summary>The value of an instant query with one result; null if it has none.</summary>
    public async Task<double?> ScalarAsync(string expression, CancellationToken cancel)
    {
        using var body = JsonDocument.Parse(await _http.GetStringAsync($"/api/v1/query?nocache=1&query={Uri.EscapeDataString(expression)}", cancel));
        var results = body.RootElement.GetProperty("data").GetProperty("result");
        return results.GetArrayLength() == 0 ? null : double.Parse(results[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }
}
