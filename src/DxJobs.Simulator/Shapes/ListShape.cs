using System.Text.Json;

namespace DxJobs.Simulator.Shapes;

/// <summary>A list.</summary>
/// <param name="Member">Shape of the items.</param>
/// <param name="Min">Minimum number of items.</param>
/// <param name="Max">Maximum number of items.</param>
internal sealed record ListShape(Shape Member, int Min = 0, int Max = int.MaxValue) : Shape
{
    /// <inheritdoc/>
    public override IEnumerable<string> Problems(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Problem(value, path, "be a list")];
        }

        var size = value.GetArrayLength();
        var bySize = size < Min ? [Problem(value, path, $"have length greater than or equal to {Min}")]
            : size > Max ? [Problem(value, path, $"have length less than or equal to {Max}")]
            : Array.Empty<string>();
        return [.. bySize, .. value.EnumerateArray().SelectMany((item, i) => ItemProblems(item, $"{path}.{i + 1}.member"))];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartArray();
        foreach (var item in value.EnumerateArray())
        {
            Member.Write(json, item);
        }

        json.WriteEndArray();
    }

    private IEnumerable<string> ItemProblems(JsonElement item, string path) =>
        item.ValueKind == JsonValueKind.Null ? [Problem(null, path, "not be null")] : Member.Problems(item, path);
}
