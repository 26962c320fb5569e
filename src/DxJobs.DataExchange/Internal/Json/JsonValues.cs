using System.Text.Json;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Single values, the reader standing before them. Null is always a value; one of another kind makes the document malformed.</summary>
internal static class JsonValues
{
    /// <summary>Enters an object; false if there is null in its place.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader) => Enter(ref reader, JsonTokenType.StartObject);

    /// <summary>Enters an array; false if there is null in its place.</summary>
    public static bool EnterArray(ref Utf8JsonReader reader) => Enter(ref reader, JsonTokenType.StartArray);

    /// <summary>Goes to the next property of the object that the reader is in; false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Goes to the next object of the array that the reader is in; false at its end. Elements that are null are passed over.</summary>
    public static bool NextElement(ref Utf8JsonReader reader)
    {
        do
        {
            reader.Read();
        }
        while (reader.TokenType == JsonTokenType.Null);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.EndArray => false,
            _ => throw Unexpected(ref reader, "an object"),
        };
    }

    public static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Unexpected(ref reader, "a string"),
        };
    }

    /// <summary>A number, or one of the three that JSON can only write as strings.</summary>
    public static double? ReadDouble(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.Null => null,
            JsonTokenType.String when reader.ValueTextEquals("NaN"u8) => double.NaN,
            JsonTokenType.String when reader.ValueTextEquals("Infinity"u8) => double.PositiveInfinity,
            JsonTokenType.String when reader.ValueTextEquals("-Infinity"u8) => double.NegativeInfinity,
            _ => throw Unexpected(ref reader, "a number"),
        };
    }

    /// <summary>A time in ISO 8601 with or without a fraction, as AWS documents it here, or in seconds since 1970, the usual form of the protocol.</summary>
    public static DateTime? ReadTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String when reader.TryGetDateTimeOffset(out var time) => time.UtcDateTime,
            JsonTokenType.Number when reader.GetDouble() is >= -62_135_596_800 and < 253_402_300_800 and var seconds => DateTime.UnixEpoch.AddSeconds(seconds),
            JsonTokenType.Null => null,
            _ => throw Unexpected(ref reader, "a time"),
        };
    }

    /// <summary>Says what was expected and where, but never what was found.</summary>
    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"{expected} was expected at byte {reader.TokenStartIndex}, not {reader.TokenType}");

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        return reader.TokenType == start || (reader.TokenType == JsonTokenType.Null
            ? false
            : throw Unexpected(ref reader, start == JsonTokenType.StartObject ? "an object" : "an array"));
    }
}
