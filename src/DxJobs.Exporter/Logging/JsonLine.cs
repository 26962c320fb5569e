using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DxJobs.Exporter.Logging;

/// <summary>Writes one JSON object a line, with the keys of the other format; numbers and truth values as themselves.</summary>
internal static class JsonLine
{
    /// <summary>The reader is a log collector, no browser: letters of all languages stay readable.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line, with its end.</summary>
    public static string Write(in LogEvent log, bool withStack)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString(LogFields.Time, LogFields.Text(log.At));
            json.WriteString(LogFields.Level, log.Level.Name());
            json.WriteString(LogFields.Message, log.Message);
            foreach (var (placeholder, value) in log.Fields)
            {
                Append(json, LogFields.Key(placeholder), value);
            }

            if (log.Exception is not null)
            {
                json.WriteString(LogFields.Error, LogFields.Text(log.Exception));
                if (withStack)
                {
                    json.WriteString(LogFields.Stack, log.Exception.StackTrace);
                }
            }

            json.WriteString(LogFields.Logger, log.Category);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Append(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(key);
                break;
            case bool truth:
                json.WriteBoolean(key, truth);
                break;
            case int number:
                json.WriteNumber(key, number);
                break;
            case long number:
                json.WriteNumber(key, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(key, number);
                break;
            default:
                json.WriteString(key, LogFields.Text(value));
                break;
        }
    }
}
