using System.Text.Json;
using System.Text.RegularExpressions;

namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>A string.</summary>
/// <param name="Pattern">What all of it must match; null for anything.</param>
/// <param name="Min">The fewest characters.</param>
/// <param name="Max">The most characters.</param>
internal sealed record TextShape(Regex? Pattern = null, int Min = 0, int Max = int.MaxValue) : Shape
{
    /// <summary>The values of an enumeration; empty for any value.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A string that is one of these.</summary>
    public static TextShape OneOf(params IReadOnlyList<string> values) => new() { Values = values };

    /// <inheritdoc/>
    public override IEnumerable<string> Problems(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return Problem(value, path, "be a string");
            yield break;
        }

        var text = value.GetString()!;
        if (Values.Count > 0 && !Values.Contains(text))
        {
            yield return Problem(value, path, $"satisfy enum value set: [{string.Join(", ", Values)}]");
        }

        if (text.Length < Min)
        {
            yield return Problem(value, path, $"have length greater than or equal to {Min}");
        }

        if (text.Length > Max)
        {
            yield return Problem(value, path, $"have length less than or equal to {Max}");
        }

        if (Pattern?.IsMatch(text) == false)
        {
            yield return Problem(value, path, $"satisfy regular expression pattern: {Pattern.ToString()[1..^2]}");
        }
    }
}
