using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

/// <summary>Writes docs/configuration.schema.json out of the catalogue of keys.</summary>
internal static class ConfigurationSchema
{
    public static string Render()
    {
        var root = Section();
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["title"] = "dxjobs-exporter configuration";
        foreach (var key in KeyCatalogue.All)
        {
            Add(root, key.Path.Split('.'), key);
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static void Add(JsonObject section, ReadOnlySpan<string> path, KeyDefinition key)
    {
        var properties = (JsonObject)section["properties"]!;
        var isList = path.Length > 1 && path[1] == "[]";
        var rest = path[(isList ? 2 : 1)..];
        if (rest.Length == 0)
        {
            properties[path[0]] = isList ? new JsonObject { ["type"] = "array", ["description"] = key.Meaning, ["items"] = Value(key) } : Value(key);
            return;
        }

        if (properties[path[0]] is not JsonObject inner)
        {
            inner = isList ? new JsonObject { ["type"] = "array", ["items"] = Section() } : Section();
            properties[path[0]] = inner;
        }

        Add(isList ? (JsonObject)inner["items"]! : inner, rest, key);
    }

    private static JsonObject Section() => new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject() };

    private static JsonObject Value(KeyDefinition key)
    {
        var value = new JsonObject { ["description"] = key.Meaning };
        switch (key.Kind)
        {
            case KeyKind.Integer or KeyKind.Number:
                value["type"] = key.Kind == KeyKind.Integer ? "integer" : "number";
                value["minimum"] = JsonNode.Parse(key.Min!);
                value["maximum"] = JsonNode.Parse(key.Max!);
                value["default"] = key.Default is null ? null : JsonNode.Parse(key.Default);
                break;
            case KeyKind.Boolean:
                value["type"] = "boolean";
                value["default"] = JsonNode.Parse(key.Default!);
                break;
            case KeyKind.Duration:
                value["type"] = "string";
                value["pattern"] = "^(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?$";
                break;
            default:
                value["type"] = "string";
                value["pattern"] = key.Pattern!.ToString().Replace("\\z", "$", StringComparison.Ordinal);
                value["examples"] = new JsonArray(key.Example);
                break;
        }

        return value;
    }
}
