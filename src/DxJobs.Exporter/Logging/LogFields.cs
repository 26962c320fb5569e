using System.Globalization;
using System.Text;
using DxJobs.Exporter.Redaction;

namespace DxJobs.Exporter.Logging;

/// <summary>What both line formats share: names of keys, and values in words.</summary>
internal static class LogFields
{
    /// <summary>When: RFC 3339, UTC, milliseconds.</summary>
    public const string Time = "ts";

    /// <summary>How grave.</summary>
    public const string Level = "level";

    /// <summary>What, in words.</summary>
    public const string Message = "msg";

    /// <summary>Who says it.</summary>
    public const string Logger = "logger";

    /// <summary>What went wrong: type and message.</summary>
    public const string Error = "err";

    /// <summary>Where it went wrong; only at level debug.</summary>
    public const string Stack = "stack";

    /// <summary>The time as both formats write it.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A value in words, the same in every country.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTimeOffset at => Text(at),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Type and message of an exception and of those within it.</summary>
    public static string Text(Exception exception)
    {
        var text = new StringBuilder();
        for (var one = exception; one is not null; one = one.InnerException)
        {
            text.Append(text.Length == 0 ? "" : ": ").Append(one.GetType().Name).Append(": ").Append(Redactor.Redact(one.Message));
        }

        return text.ToString();
    }

    /// <summary>
    /// The key of a placeholder, as its readers write keys: <c>JobId</c> is <c>job_id</c>. One that a line has of its own anyway gets
    /// an underscore, and what no key can hold becomes one.
    /// </summary>
    public static string Key(string placeholder)
    {
        var key = new StringBuilder(placeholder.Length + 4);
        for (var i = 0; i < placeholder.Length; i++)
        {
            var letter = placeholder[i];
            if (char.IsAsciiLetterUpper(letter) && i > 0 && !char.IsAsciiLetterUpper(placeholder[i - 1]) && placeholder[i - 1] != '_')
            {
                key.Append('_');
            }

            key.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' ? char.ToLowerInvariant(letter) : '_');
        }

        return key.ToString() is Time or Level or Message or Logger or Error or Stack or "" ? key.Append('_').ToString() : key.ToString();
    }
}
