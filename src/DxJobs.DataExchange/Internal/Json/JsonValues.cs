using System.Text.Json;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Single values. <c>Read…</c> takes null for a value of the wrong kind, so that one damaged entry does not make a page
/// unreadable;
/// <c>Require…</c>, for what a page depends on as a whole, makes the document malformed.
/// </summary>
internal static class JsonValues
{
    /// <summary>Enters the object that a document consists of.</summary>
    public static void RequireObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected(ref reader, "an object");
        }
    }

    /// <summary>Enters an array; false if it is null.</summary>
    public static bool RequireArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartArray => true,
            JsonTokenType.Null => false,
            _ => throw Unexpected(ref reader, "an array"),
        };
    }

    /// <summary>A string or null.</summary>
    public static string? RequireString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Unexpected(ref reader, "a string"),
        };
    }

    /// <summary>Enters an object; false, having skipped it, if the value is none.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Advances to the next property of the current object; false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    public static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return CurrentString(ref reader);
    }

    /// <summary>The current value, if it is a string.</summary>
    public static string? CurrentString(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            // An escaped lone surrogate is valid JSON but no text.
            return null;
        }
    }

    /// <summary>Whether the value is a string that is not empty.</summary>
    public static bool ReadIsText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return !reader.ValueTextEquals(""u8);
        }

        reader.Skip();
        return false;
    }

    public static bool? ReadBoolean(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>A number, or one of the three that JSON can only write as strings.</summary>
    public static double? ReadDouble(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out var number):
                return number;
            case JsonTokenType.String when reader.ValueTextEquals("NaN"u8):
                return double.NaN;
            case JsonTokenType.String when reader.ValueTextEquals("Infinity"u8):
                return double.PositiveInfinity;
            case JsonTokenType.String when reader.ValueTextEquals("-Infinity"u8):
                return double.NegativeInfinity;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>
    /// A time in ISO 8601, with or without a fraction, as AWS documents it here, or a Unix timestamp, the protocol's usual
    /// form.
    /// </summary>
    public static DateTime? ReadTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.TryGetDateTimeOffset(out var time):
                return time.UtcDateTime;
            case JsonTokenType.Number
                when reader.TryGetDouble(out var seconds) && seconds is >= -62_135_596_800 and < 253_402_300_800:
                return DateTime.UnixEpoch.AddSeconds(seconds);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>States what was expected and where, but never what was found.</summary>
    private static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"{expected} was expected at byte {reader.TokenStartIndex}, not {reader.TokenType}");
}
