using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>
/// The chart's values.schema.json. Parts of it are made from what they are about: <c>config</c> from the configuration's own schema,
/// <c>prometheusRule.alerts</c> from the rules, and descriptions, which editors show, from the comments of values.yaml. The rest is written by hand.
/// </summary>
internal static partial class ChartSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The committed file.</summary>
    public static JsonObject Committed { get; } = Read("helm", "dxjobs-exporter", "values.schema.json");

    /// <summary>What it should be.</summary>
    public static string Render()
    {
        var schema = Committed.DeepClone();
        schema["properties"]!["config"] = Configuration();
        schema["properties"]!["prometheusRule"]!["properties"]!["alerts"] = Closed(
            RuleFile.Alerts.GroupBy(a => a.Name).ToDictionary(a => a.Key, a => (JsonNode)Change([.. a])));
        foreach (var entry in ValuesFile.Entries.Where(e => e.Comment.Length > 0).Reverse())
        {
            Describe(schema, entry);
        }

        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>The paths of all objects that take no other keys than the named ones; <c>0</c> stands for an entry of a list.</summary>
    public static IEnumerable<IReadOnlyList<string>> ClosedObjects() => ClosedObjects(Committed, []);

    /// <summary>A part of the schema, references followed.</summary>
    public static JsonNode Resolve(JsonNode part) => Resolve(Committed, part);

    private static JsonNode Resolve(JsonNode schema, JsonNode part) =>
        part["$ref"] is { } reference ? schema["definitions"]![reference.GetValue<string>().Split('/')[^1]]! : part;

    /// <summary>What two values share (a definition) is described by the comment of the first.</summary>
    private static void Describe(JsonNode schema, ValueEntry entry)
    {
        var part = schema;
        foreach (var step in entry.Path)
        {
            part = Resolve(schema, part)["properties"]![step]!;
        }

        var described = part.AsObject();
        described.Remove("description");
        described.Insert(0, "description", entry.Comment);
    }

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
        SpeakGo(schema);
        return schema;
    }

    /// <summary>Helm reads patterns as Go does, which counts repetitions no further than 1000: long ones become limits of length.</summary>
    private static void SpeakGo(JsonNode part)
    {
        foreach (var inner in part switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] })
        {
            if (inner is not null)
            {
                SpeakGo(inner);
            }
        }

        if (part is JsonObject of && of["pattern"] is JsonValue pattern && LongClass().Match(pattern.GetValue<string>()) is { Success: true } match
            && int.Parse(match.Groups["most"].Value, CultureInfo.InvariantCulture) is > 1000 and var most)
        {
            of["pattern"] = $"{match.Groups["class"].Value}*$";
            of["minLength"] = int.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture);
            of["maxLength"] = most;
        }
    }

    /// <summary>Where a name has two rules, each can be changed by its severity as well.</summary>
    private static JsonObject Change(IReadOnlyList<AlertRule> rules) =>
        Closed(rules.Count == 1 ? Changes(rules) : new(Changes(rules).Concat(rules.ToDictionary(r => r.Severity, r => (JsonNode)Closed(Changes([r]))))));

    private static Dictionary<string, JsonNode> Changes(IReadOnlyList<AlertRule> rules) => new()
    {
        ["enabled"] = new JsonObject { ["type"] = "boolean" },
        ["severity"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        ["labels"] = new JsonObject { ["$ref"] = "#/definitions/strings" },
        ["for"] = new JsonObject { ["$ref"] = "#/definitions/duration" },
        ["keepFiringFor"] = new JsonObject { ["$ref"] = "#/definitions/duration" },
        ["tune"] = Closed(rules.SelectMany(Tunes.Of).DistinctBy(t => t.Name).ToDictionary(t => t.Name, _ => (JsonNode)new JsonObject { ["type"] = "number" })),
    };

    private static JsonObject Closed(Dictionary<string, JsonNode> properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(properties!),
    };

    private static JsonObject Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.Path(path)))!.AsObject();

    [GeneratedRegex(@"^(?<class>\^\[[^\[\]]+\])\{(?<least>[0-9]+),(?<most>[0-9]+)\}\$$")]
    private static partial Regex LongClass();
}
