using System.Text.Json;

namespace DxJobs.Simulator.Shapes;

/// <summary>A structure. Unknown members are ignored, as AWS does.</summary>
internal sealed record StructureShape(params IReadOnlyList<Member> Members) : Shape
{
    /// <inheritdoc/>
    public override IEnumerable<string> Problems(JsonElement value, string path) => value.ValueKind == JsonValueKind.Object
        ? Members.SelectMany(member => MemberProblems(
            member, ValueOf(value, member), path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
        : [Problem(value, path, "be a structure")];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in Members)
        {
            if (ValueOf(value, member) is { } memberValue)
            {
                json.WritePropertyName(member.Name);
                member.Shape.Write(json, memberValue);
            }
        }

        json.WriteEndObject();
    }

    private static JsonElement? ValueOf(JsonElement structure, Member member) =>
        structure.TryGetProperty(member.Name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IEnumerable<string> MemberProblems(Member member, JsonElement? memberValue, string path) =>
        memberValue is { } value ? member.Shape.Problems(value, path)
        : member.IsRequired ? [Problem(null, path, "not be null")]
        : [];
}
