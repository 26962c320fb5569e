using System.Text.Json;
using System.Text.RegularExpressions;

namespace DxJobs.Simulator.Shapes;

/// <summary>A string.</summary>
/// <param name="Pattern">Pattern of the whole value; null for any value.</param>
/// <param name="Min">Minimum length.</param>
/// <param name="Max">Maximum length.</param>
internal sealed record StringShape(Regex? Pattern = null, int Min = 0, int Max = int.MaxValue) : Shape
{
    /// <summary>Allowed values; empty for any value.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public static StringShape OneOf(params IReadOnlyList<string> values) => new() { Values = values };

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
