using System.Text.Json;

namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>What a value in a request may be. Source: the shapes of AWS's service model.</summary>
internal abstract record Shape
{
    /// <summary>What is wrong with a value, in AWS's words; nothing if it is as it should be.</summary>
    /// <param name="value">The value, never null.</param>
    /// <param name="path">Where it stands in the request.</param>
    public abstract IEnumerable<string> Problems(JsonElement value, string path);

    /// <summary>Writes a value without what the shape does not know.</summary>
    public virtual void Write(Utf8JsonWriter json, JsonElement value) => value.WriteTo(json);

    /// <summary>A problem as AWS words it.</summary>
    protected static string Problem(JsonElement? value, string path, string constraint) =>
        $"Value {(value is { ValueKind: JsonValueKind.String } text ? $"'{text.GetString()}'" : value is null ? "null" : "given")} at '{path}' failed to satisfy constraint: Member must {constraint}";
}
