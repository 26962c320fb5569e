using System.Text.Json;

namespace DxJobs.Simulator.Shapes;

/// <summary>Constraints of a value in a request, as in AWS's service model.</summary>
internal abstract record Shape
{
    /// <summary>Constraint violations of a value, worded as AWS does; empty if the value is valid.</summary>
    /// <param name="value">The value, never null.</param>
    /// <param name="path">Path of the value in the request.</param>
    public abstract IEnumerable<string> Problems(JsonElement value, string path);

    /// <summary>Writes a value without the members that the shape does not define.</summary>
    public virtual void Write(Utf8JsonWriter json, JsonElement value) => value.WriteTo(json);

    protected static string Problem(JsonElement? value, string path, string constraint)
    {
        var shown = value is { ValueKind: JsonValueKind.String } text ? $"'{text.GetString()}'"
            : value is null ? "null"
            : "given";
        return $"Value {shown} at '{path}' failed to satisfy constraint: Member must {constraint}";
    }
}
