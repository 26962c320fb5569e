using System.Text.Json;

namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>A structure. What else is in it is passed over, as AWS does.</summary>
/// <param name="Members">Its members.</param>
internal sealed record StructureShape(params IReadOnlyList<Member> Members) : Shape
{
    /// <inheritdoc/>
    public override IEnumerable<string> Problems(JsonElement value, string path) => value.ValueKind == JsonValueKind.Object
        ? Members.SelectMany(member => MemberProblems(member, Given(value, member), path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
        : [Problem(value, path, "be a structure")];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in Members)
        {
            if (Given(value, member) is { } given)
            {
                json.WritePropertyName(member.Name);
                member.Shape.Write(json, given);
            }
        }

        json.WriteEndObject();
    }

    private static JsonElement? Given(JsonElement structure, Member member) =>
        structure.TryGetProperty(member.Name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IEnumerable<string> MemberProblems(Member member, JsonElement? given, string path) => given is { } value
        ? member.Shape.Problems(value, path)
        : member.Required ? [Problem(null, path, "not be null")] : [];
}
