using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

/// <summary>Writes docs/configuration.schema.json out of the catalogue of keys.</summary>
internal static class SchemaGenerator
{
    private const string Durations = "^(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?$";

    public static string Render()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "dxjobs-exporter configuration",
        };
        Closed(root);
        foreach (var key in ConfigurationSchema.All)
        {
            Add(root, key.Path.Split('.'), key);
        }

        Rules(root);
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    /// <summary>What the catalogue can't say: keys that need or exclude one another.</summary>
    private static void Rules(JsonObject root)
    {
        root["properties"]!["windows"]!["maxItems"] = 10;
        var target = root["properties"]!["targets"]!["items"]!;
        target["required"] = new JsonArray("name");
        target["dependentRequired"] = new JsonObject { ["external_id"] = new JsonArray("role_arn") };
        target["not"] = new JsonObject { ["required"] = new JsonArray("region", "regions") };
    }

    private static void Add(JsonObject section, ReadOnlySpan<string> path, KeyDefinition key)
    {
        var properties = (JsonObject)section["properties"]!;
        var isList = path.Length > 1 && path[1] == "[]";
        var rest = path[(isList ? 2 : 1)..];
        if (rest.Length == 0)
        {
            properties[path[0]] = isList ? ListOf(key) : Described(key, Value(key), Default(key));
            return;
        }

        if (properties[path[0]] is not JsonObject inner)
        {
            inner = isList ? new JsonObject { ["type"] = "array", ["items"] = Closed([]) } : Closed([]);
            properties[path[0]] = inner;
        }

        Add(isList ? (JsonObject)inner["items"]! : inner, rest, key);
    }

    private static JsonObject ListOf(KeyDefinition key)
    {
        var list = Described(key, new JsonObject { ["type"] = "array" }, key.Default?.Trim('[', ']').Split(", ") is { } items ? new JsonArray([.. items]) : null);
        list["uniqueItems"] = true;
        list["items"] = Value(key);
        return list;
    }

    private static JsonObject Closed(JsonObject section)
    {
        section["type"] = "object";
        section["additionalProperties"] = false;
        section["properties"] = new JsonObject();
        return section;
    }

    private static JsonObject Described(KeyDefinition key, JsonObject value, JsonNode? otherwise)
    {
        value.Insert(0, "description", key.Meaning);
        if (otherwise is not null)
        {
            value["default"] = otherwise;
        }

        return value;
    }

    private static JsonNode? Default(KeyDefinition key) =>
        key.Default is null ? null : key.Kind is KeyKind.Duration or KeyKind.Text ? JsonValue.Create(key.Default) : JsonNode.Parse(key.Default);

    private static JsonObject Value(KeyDefinition key) => key.Kind switch
    {
        KeyKind.Integer or KeyKind.Number => new JsonObject
        {
            ["type"] = key.Kind == KeyKind.Integer ? "integer" : "number",
            ["minimum"] = JsonNode.Parse(key.Min!),
            ["maximum"] = JsonNode.Parse(key.Max!),
        },
        KeyKind.Boolean => new JsonObject { ["type"] = "boolean" },
        KeyKind.Duration => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["pattern"] = Durations },
        _ => new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = key.Pattern!.ToString().Replace("\\z", "$", StringComparison.Ordinal),
            ["examples"] = new JsonArray(key.Example),
        },
    };
}
