using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>
/// The chart's values.schema.json. Two parts of it are made from what they are about: <c>config</c> from the configuration's own schema, and
/// <c>prometheusRule.alerts</c> from the rules. The rest is written by hand.
/// </summary>
internal static class ChartSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The committed file.</summary>
    public static JsonObject Committed { get; } = Read("helm", "dxjobs-exporter", "values.schema.json");

    /// <summary>What it should be.</summary>
    public static string Render()
    {
        var schema = Committed.DeepClone();
        schema["properties"]!["config"] = Configuration();
        schema["properties"]!["prometheusRule"]!["properties"]!["alerts"] = Closed(RuleFile.Alerts.ToDictionary(a => a.Name, a => (JsonNode)Change(a)));
        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>The paths of all objects that take no other keys than the named ones; <c>0</c> stands for an entry of a list.</summary>
    public static IEnumerable<IReadOnlyList<string>> ClosedObjects() => ClosedObjects(Committed, []);

    /// <summary>A part of the schema, references followed.</summary>
    public static JsonNode Resolve(JsonNode part) =>
        part["$ref"] is { } reference ? Committed["definitions"]![reference.GetValue<string>().Split('/')[^1]]! : part;

    private static IEnumerable<IReadOnlyList<string>> ClosedObjects(JsonNode part, IReadOnlyList<string> path)
    {
        part = Resolve(part);
        if (part["additionalProperties"] is JsonValue other && other.GetValueKind() == JsonValueKind.False)
        {
            yield return path;
        }

        var inner = (part["properties"] as JsonObject ?? []).Select(p => (Part: p.Value!, Path: (IReadOnlyList<string>)[.. path, p.Key]));
        foreach (var found in inner.Concat(part["items"] is { } items ? [(items, [.. path, "0"])] : []).SelectMany(p => ClosedObjects(p.Part, p.Path)))
        {
            yield return found;
        }
    }

    /// <summary>Without the shard, which the chart sets.</summary>
    private static JsonObject Configuration()
    {
        var schema = Read("docs", "configuration.schema.json");
        schema.Remove("$schema");
        schema.Remove("title");
        ((JsonObject)schema["properties"]!).Remove("shard");
        return schema;
    }

    private static JsonObject Change(AlertRule alert) => Closed(new Dictionary<string, JsonNode>
    {
        ["enabled"] = new JsonObject { ["type"] = "boolean" },
        ["severity"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        ["for"] = new JsonObject { ["$ref"] = "#/definitions/duration" },
        ["keepFiringFor"] = new JsonObject { ["$ref"] = "#/definitions/duration" },
        ["tune"] = Closed(Tunes.Of(alert).ToDictionary(t => t.Name, _ => (JsonNode)new JsonObject { ["type"] = "number" })),
    });

    private static JsonObject Closed(Dictionary<string, JsonNode> properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(properties!),
    };

    private static JsonObject Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.Path(path)))!.AsObject();
}
