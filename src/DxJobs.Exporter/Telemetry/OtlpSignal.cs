using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace DxJobs.Exporter.Telemetry;

/// <summary>
/// The variables of one signal, such as <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>, which go before the general ones. The SDK heeds them only where it
/// exports all signals at once; here each is exported if it is asked for.
/// </summary>
internal static class OtlpSignal
{
    /// <summary>Puts what they say over what the general variables said.</summary>
    /// <param name="options">An exporter's settings.</param>
    /// <param name="variables"><c>OTEL_*</c> by their names.</param>
    /// <param name="signal"><c>TRACES</c> or <c>METRICS</c>.</param>
    public static void Apply(OtlpExporterOptions options, IConfiguration variables, string signal)
    {
        if (Of("PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (Of("ENDPOINT") is { } endpoint)
        {
            // Taken as it is: the path of the signal is appended to the general endpoint alone.
            options.Endpoint = new Uri(endpoint);
        }

        if (Of("HEADERS") is { } headers)
        {
            options.Headers = headers;
        }

        if (int.TryParse(Of("TIMEOUT"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            options.TimeoutMilliseconds = milliseconds;
        }

        string? Of(string setting) => variables[$"OTEL_EXPORTER_OTLP_{signal}_{setting}"]?.Trim() is { Length: > 0 } value ? value : null;
    }
}
