using System.Text.Json;
using DxJobs.Simulator.Wire.Shapes;

namespace DxJobs.Simulator.Wire;

/// <summary>The body of CreateJob.</summary>
internal static class JobRequests
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="Refusal">It is not what AWS's model demands; the message names every member that is wrong.</exception>
    public static NewJob Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.Validation("The request's body is not a JSON object.");
        }

        var isKnown = body.TryGetProperty("Type", out var type) && type.ValueKind == JsonValueKind.String && RequestShapes.Details.ContainsKey(type.GetString()!);
        var request = new StructureShape(
            Member.Needed("Type", RequestShapes.Type),
            Member.Needed("Details", isKnown ? new StructureShape(RequestShapes.Details[type.GetString()!]) : new StructureShape()),
            Member.Optional("AssetConfiguration", RequestShapes.AssetConfiguration));
        var problems = Problems(request, body).ToList();
        if (problems.Count > 0)
        {
            throw Refusal.Validation($"{problems.Count} validation error{(problems.Count == 1 ? "" : "s")} detected: {string.Join("; ", problems)}");
        }

        var known = Known(request, body);
        var details = known.GetProperty("Details").EnumerateObject().Single().Value;
        return new NewJob(
            type.GetString()!,
            details.GetProperty("DataSetId").GetString()!,
            Revision(details) ?? "",
            details.GetRawText(),
            known.TryGetProperty("AssetConfiguration", out var assets) ? assets.GetRawText() : null);
    }

    /// <summary>A rule that the model tells in words alone comes on top of its shapes.</summary>
    private static IEnumerable<string> Problems(StructureShape request, JsonElement body)
    {
        var any = false;
        foreach (var problem in request.Problems(body, ""))
        {
            any = true;
            yield return problem;
        }

        if (!any
            && Known(request, body).GetProperty("Details").EnumerateObject().Single() is { Value: var details, Name: var name }
            && details.TryGetProperty("Encryption", out var encryption)
            && encryption.GetProperty("Type").GetString() == "aws:kms" && !encryption.TryGetProperty("KmsKeyArn", out _))
        {
            yield return $"Value null at 'Details.{name}.Encryption.KmsKeyArn' failed to satisfy constraint: Member must not be null where the encryption type is aws:kms";
        }
    }

    private static JsonElement Known(StructureShape request, JsonElement body)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            request.Write(json, body);
        }

        return JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static string? Revision(JsonElement details) =>
        details.TryGetProperty("RevisionId", out var revision) ? revision.GetString()
        : details.TryGetProperty("RevisionDestinations", out var all) && all.GetArrayLength() > 0 ? all[0].GetProperty("RevisionId").GetString()
        : null;
}
