using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.Simulator.Shapes;

namespace DxJobs.Simulator.Tests.Shapes;

/// <summary>Values that shapes allow, with all that they can have.</summary>
internal static class SampleValues
{
    /// <summary>A value as JSON.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="dataSetId">Whatever is called so in it.</param>
    public static string Of(Shape shape, string dataSetId) => Node(shape, "", dataSetId).ToJsonString();

    /// <summary>Where in a shape there are members that must be there, as paths.</summary>
    public static IEnumerable<string> RequiredPaths(Shape shape, string path = "") => shape switch
    {
        StructureShape s => s.Members.SelectMany(m => RequiredPaths(m.Shape, $"{path}.{m.Name}").Concat(m.IsRequired ? [$"{path}.{m.Name}"] : [])),
        ListShape l => RequiredPaths(l.Member, $"{path}.1.member"),
        _ => [],
    };

    /// <summary>Where in a shape there are texts that can be wrong, as paths.</summary>
    public static IEnumerable<string> ConstrainedPaths(Shape shape, string path = "") => shape switch
    {
        StructureShape s => s.Members.SelectMany(m => ConstrainedPaths(m.Shape, $"{path}.{m.Name}")),
        ListShape l => ConstrainedPaths(l.Member, $"{path}.1.member"),
        StringShape { Pattern: null, Values.Count: 0, Min: 0 } => [],
        _ => [path],
    };

    /// <summary>A sample with the value at a path replaced; null takes it away.</summary>
    public static string With(Shape shape, string dataSetId, string path, JsonNode? value)
    {
        var root = Node(shape, "", dataSetId);
        var at = root;
        var steps = path.Replace(".1.member", ".0", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        }

        if (at is JsonArray array)
        {
            array[0] = value;
        }
        else if (value is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = value;
        }

        return root.ToJsonString(new JsonSerializerOptions());
    }

    private static JsonNode Node(Shape shape, string name, string dataSetId) => shape switch
    {
        StructureShape s => new JsonObject(s.Members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, Node(m.Shape, m.Name, dataSetId)))),
        ListShape l => new JsonArray(Node(l.Member, name, dataSetId)),
        StringShape t => Text(t, name, dataSetId),
        _ => throw new ArgumentException(shape.ToString(), nameof(shape)),
    };

    private static string Text(StringShape shape, string name, string dataSetId) => (name, shape) switch
    {
        ("DataSetId", _) => dataSetId,
        (_, { Values: [var first, ..] }) => first,
        ("CatalogId", _) => "210987654321",
        ("RoleArn", _) => "arn:aws:iam::210987654321:role/own",
        (_, { Min: 24 }) => "rL0Y20zC+Fzt72VPzMSk2A==",
        (_, { Pattern: not null }) => new string('7', 32),
        _ => "my own " + name,
    };
}
