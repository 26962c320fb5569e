using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DxJobs.Simulator.Feeds;

/// <summary>Durations such as <c>90s</c>, <c>15m</c>, <c>1d</c> or <c>2d12h</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return TryParse(text, out var duration)
            ? duration
            : throw new JsonException($"'{text}' is not a duration such as 15m, 1h or 2d12h");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalSeconds}s"));

    private static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var (number, hasNumber) = (0L, false);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && number < 1_000_000)
            {
                (number, hasNumber) = ((number * 10) + (c - '0'), true);
                continue;
            }

            var seconds = c switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
            if (!hasNumber || seconds == 0)
            {
                return false;
            }

            duration += TimeSpan.FromSeconds(number * seconds);
            (number, hasNumber) = (0, false);
        }

        return text.Length > 0 && !hasNumber;
    }
}
