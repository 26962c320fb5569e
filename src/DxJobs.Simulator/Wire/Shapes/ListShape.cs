using System.Text.Json;

namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>A list.</summary>
/// <param name="Member">What each of its members must be.</param>
/// <param name="Min">The fewest members.</param>
/// <param name="Max">The most members.</param>
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
        return [.. bySize, .. value.EnumerateArray().SelectMany((member, i) => MemberProblems(member, $"{path}.{i + 1}.member"))];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartArray();
        foreach (var member in value.EnumerateArray())
        {
            Member.Write(json, member);
        }

        json.WriteEndArray();
    }

    private IEnumerable<string> MemberProblems(JsonElement member, string path) =>
        member.ValueKind == JsonValueKind.Null ? [Problem(null, path, "not be null")] : Member.Problems(member, path);
}
