using DxJobs.Exporter.Telemetry;
using DxJobs.Exporter.Tests.Metrics;
using Microsoft.Extensions.Configuration;

namespace DxJobs.Exporter.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData("", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4317", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector:4317", false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317 OTEL_TRACES_EXPORTER=none", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317 OTEL_TRACES_EXPORTER=otlp OTEL_METRICS_EXPORTER=otlp", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317 OTEL_METRICS_EXPORTER=prometheus,otlp", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector:4317 OTEL_METRICS_EXPORTER=none", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT= OTEL_TRACES_EXPORTER=otlp", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317 OTEL_METRICS_EXPORTER=otlp OTEL_SDK_DISABLED=true", false, false)]
    public void Are_read_from_the_standard_variables(string variables, bool traces, bool metrics)
    {
        var pairs = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(p => p[0], string? (p) => p[1]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();

        Assert.Equal(new TelemetryOptions(traces, metrics), TelemetryOptions.Read(configuration));
    }

    [Fact]
    public async Task Scrapes_work_with_the_SDK_disabled()
    {
        await using var metrics = new MetricsHarness(("OTEL_SDK_DISABLED", "true"));
        metrics.Polls.Introduce(MetricsHarness.Target("prod"));

        Assert.Single(await metrics.SamplesAsync("dxjobs_target_up"));
    }
}
