using DxJobs.Exporter.Telemetry;
using Microsoft.Extensions.Configuration;

namespace DxJobs.Exporter.Tests.Telemetry;

public sealed class TelemetryVariablesTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317";

    [Theory]
    [InlineData("")]
    [InlineData(Endpoint)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://collector/v1/traces OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_PROTOCOL=grpc OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20a==,x-b=")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_HEADERS= OTEL_EXPORTER_OTLP_PROTOCOL=")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_METRICS_PROTOCOL=http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS=nope OTEL_EXPORTER_OTLP_PROTOCOL=http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=nowhere OTEL_SDK_DISABLED=true")]
    public void What_is_right_or_not_used_is_no_problem(string variables) => Assert.Empty(TelemetryVariables.Problems(Of(variables)));

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' must be an http or https URL such as http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=nowhere", "OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere' must be")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=ftp://collector", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'ftp://collector' must be")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' must be grpc or http/protobuf")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=GRPC", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'GRPC' must be")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_HEADERS=secret", "OTEL_EXPORTER_OTLP_HEADERS: must be headers such as api-key=secret,tenant=7")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_HEADERS=a=1,=2", "OTEL_EXPORTER_OTLP_HEADERS: must be")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_TRACES_HEADERS=a%20b=1", "OTEL_EXPORTER_OTLP_TRACES_HEADERS: must be")]
    [InlineData(Endpoint + " OTEL_EXPORTER_OTLP_HEADERS=a=1%0D%0Ab", "OTEL_EXPORTER_OTLP_HEADERS: must be")]
    public void What_would_be_lost_or_crash_is_named(string variables, string problem) =>
        Assert.StartsWith(problem, Assert.Single(TelemetryVariables.Problems(Of(variables))).ToString(), StringComparison.Ordinal);

    private static IConfiguration Of(string variables) => new ConfigurationBuilder().AddInMemoryCollection(
        variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(p => p[0], string? (p) => p[1])).Build();
}
