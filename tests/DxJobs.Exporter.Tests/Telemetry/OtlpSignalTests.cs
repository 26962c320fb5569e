using DxJobs.Exporter.Telemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace DxJobs.Exporter.Tests.Telemetry;

public sealed class OtlpSignalTests
{
    [Fact]
    public void Its_own_variables_go_before_the_general_ones()
    {
        var options = General();
        OtlpSignal.Apply(
            options,
            Variables(("ENDPOINT", "https://collector/traces"), ("PROTOCOL", "http/protobuf"), ("HEADERS", "a=1"), ("TIMEOUT", "250")),
            "TRACES");

        Assert.Equal(
            (new Uri("https://collector/traces"), OtlpExportProtocol.HttpProtobuf, "a=1", 250),
            (options.Endpoint, options.Protocol, options.Headers, options.TimeoutMilliseconds));
    }

    [Fact]
    public void What_is_not_set_or_is_another_signal_s_changes_nothing()
    {
        var options = General();
        OtlpSignal.Apply(options, Variables(("ENDPOINT", "https://collector/traces"), ("PROTOCOL", "http/protobuf")), "METRICS");
        OtlpSignal.Apply(options, Variables(("ENDPOINT", ""), ("PROTOCOL", " "), ("TIMEOUT", "soon")), "TRACES");

        Assert.Equal(
            (new Uri("http://general:4317"), OtlpExportProtocol.Grpc, "g=1", 1000),
            (options.Endpoint, options.Protocol, options.Headers, options.TimeoutMilliseconds));
    }

    private static OtlpExporterOptions General() => new()
    {
        Endpoint = new Uri("http://general:4317"),
        Protocol = OtlpExportProtocol.Grpc,
        Headers = "g=1",
        TimeoutMilliseconds = 1000,
    };

    private static IConfiguration Variables(params (string Setting, string Value)[] ofTraces) => new ConfigurationBuilder()
        .AddInMemoryCollection(ofTraces.Select(v => KeyValuePair.Create($"OTEL_EXPORTER_OTLP_TRACES_{v.Setting}", (string?)v.Value))).Build();
}
