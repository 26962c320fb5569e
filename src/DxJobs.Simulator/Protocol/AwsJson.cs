using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DxJobs.Simulator.Protocol;

/// <summary>JSON conventions of AWS's responses.</summary>
internal static class AwsJson
{
    /// <summary>Escapes only what JSON requires, so that URLs, tokens and messages look like those of AWS.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Formats a timestamp: ISO 8601, UTC, milliseconds.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
