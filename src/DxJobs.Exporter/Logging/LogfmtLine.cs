using System.Globalization;
using System.Text;

namespace DxJobs.Exporter.Logging;

/// <summary>Writes <c>ts=… level=info msg="…" key=value</c>. Whatever a value holds, it stays one line and one value.</summary>
internal static class LogfmtLine
{
    /// <summary>The line, with its end.</summary>
    public static string Write(in LogEvent log, bool withStack)
    {
        var line = new StringBuilder(256);
        line.Append(LogFields.Time).Append('=').Append(LogFields.Text(log.At));
        Append(line, LogFields.Level, log.Level.Name());
        Append(line, LogFields.Message, log.Message);
        foreach (var (key, value) in log.Fields)
        {
            Append(line, LogFields.Key(key), LogFields.Text(value));
        }

        if (log.Exception is not null)
        {
            Append(line, LogFields.Error, LogFields.Text(log.Exception));
            if (withStack)
            {
                Append(line, LogFields.Stack, log.Exception.StackTrace);
            }
        }

        Append(line, LogFields.Logger, log.Category);
        return line.Append('\n').ToString();
    }

    private static void Append(StringBuilder line, string key, string? value)
    {
        line.Append(' ').Append(key).Append('=');
        if (value is null)
        {
            return;
        }

        if (value.Length > 0 && !value.AsSpan().ContainsAny(" \"=\\") && !value.Any(NeedsEscape))
        {
            line.Append(value);
            return;
        }

        line.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => line.Append("\\\""),
                '\\' => line.Append("\\\\"),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ when NeedsEscape(letter) => line.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => line.Append(letter),
            };
        }

        line.Append('"');
    }

    /// <summary>What could break the line, or drive the terminal of whoever reads it.</summary>
    private static bool NeedsEscape(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
