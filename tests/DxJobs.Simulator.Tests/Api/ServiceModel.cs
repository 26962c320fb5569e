using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DxJobs.Simulator.Tests.Api;

/// <summary>AWS's service model of Data Exchange, where it stands in a folder beside the repository.</summary>
internal sealed class ServiceModel
{
    private readonly JsonElement _shapes;

    private ServiceModel(JsonElement root) => (_shapes, Operations) = (root.GetProperty("shapes"), root.GetProperty("operations"));

    public JsonElement Operations { get; }

    /// <summary>Structures and their members that were seen in what was checked.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>Reads it; skips the test where there is none.</summary>
    public static ServiceModel Require()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DxJobs.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder!.FullName, "../shared/aws/dataexchange-2017-07-25.service-2.json");
        Assert.SkipUnless(File.Exists(path), "AWS's service model is not beside the repository");
        return new ServiceModel(JsonElement.Parse(File.ReadAllBytes(path)));
    }

    public JsonElement Shape(string name) => _shapes.GetProperty(name);

    /// <summary>All structures that a shape is made of, with their members.</summary>
    public IEnumerable<string> MembersOf(string shape) => MembersOf(shape, []);

    /// <summary>What a value has that the shape does not allow.</summary>
    public IEnumerable<string> Problems(string shape, JsonElement value, string path)
    {
        var definition = Shape(shape);
        return definition.GetProperty("type").GetString() switch
        {
            "structure" => OfStructure(shape, definition, value, path),
            "list" when value.ValueKind == JsonValueKind.Array => value.EnumerateArray()
                .SelectMany((member, i) => Problems(definition.GetProperty("member").GetProperty("shape").GetString()!, member, $"{path}[{i}]")),
            "map" when value.ValueKind == JsonValueKind.Object => [],
            "double" when value.ValueKind == JsonValueKind.Number => [],
            "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => [],
            "timestamp" when value.ValueKind == JsonValueKind.String && IsTime(value.GetString()!) => [],
            "string" when value.ValueKind == JsonValueKind.String => OfText(definition, value.GetString()!, path),
            var type => [$"{path} is {value.GetRawText()}, no {type}"],
        };
    }

    private static bool IsTime(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static IEnumerable<string> OfText(JsonElement definition, string value, string path)
    {
        if (definition.TryGetProperty("enum", out var known) && known.EnumerateArray().All(k => k.GetString() != value))
        {
            yield return $"{path}: {value} is none of the values";
        }

        // One pattern of the model is another language's literal, slashes included, and matches nothing.
        if (definition.TryGetProperty("pattern", out var pattern) && !pattern.GetString()!.StartsWith(".*/^", StringComparison.Ordinal) && !Regex.IsMatch(value, $"^(?:{pattern})$"))
        {
            yield return $"{path}: {value} does not match {pattern}";
        }
    }

    private IEnumerable<string> OfStructure(string shape, JsonElement definition, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return $"{path} is {value.GetRawText()}, no structure";
            yield break;
        }

        var members = definition.GetProperty("members");
        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryGetProperty(member.Name, out var known))
            {
                yield return $"{path} has {member.Name}, which {shape} lacks";
                continue;
            }

            Seen.Add($"{shape}.{member.Name}");
            foreach (var problem in Problems(known.GetProperty("shape").GetString()!, member.Value, $"{path}.{member.Name}"))
            {
                yield return problem;
            }
        }

        var missing = definition.TryGetProperty("required", out var required) ? required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)) : [];
        foreach (var name in missing)
        {
            yield return $"{path} lacks {name}";
        }
    }

    private IEnumerable<string> MembersOf(string shape, HashSet<string> visited)
    {
        if (!visited.Add(shape))
        {
            return [];
        }

        var definition = Shape(shape);
        return definition.GetProperty("type").GetString() switch
        {
            "structure" => definition.GetProperty("members").EnumerateObject().SelectMany(m =>
                MembersOf(m.Value.GetProperty("shape").GetString()!, visited).Prepend($"{shape}.{m.Name}")),
            "list" => MembersOf(definition.GetProperty("member").GetProperty("shape").GetString()!, visited),
            _ => [],
        };
    }
}
