using System.Text.Json;
using DxJobs.Simulator.Protocol;
using DxJobs.Simulator.Shapes;

namespace DxJobs.Simulator.Api;

/// <summary>Parses and validates CreateJob requests.</summary>
internal static class CreateJobParser
{
    /// <summary>Parses a request body.</summary>
    /// <exception cref="ApiException">The body is invalid; the message lists every constraint violation.</exception>
    public static CreateJobRequest Parse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.Validation("The request body is not a JSON object.");
        }

        var details = body.TryGetProperty("Type", out var type)
            && type.ValueKind == JsonValueKind.String
            && RequestShapes.Details.TryGetValue(type.GetString()!, out var member)
                ? new StructureShape(member)
                : new StructureShape();
        var request = new StructureShape(
            Member.Required("Type", RequestShapes.Type),
            Member.Required("Details", details),
            Member.Optional("AssetConfiguration", RequestShapes.AssetConfiguration));
        var problems = Problems(request, body).ToList();
        if (problems.Count > 0)
        {
            throw ApiException.Validation(
                $"{problems.Count} validation error{(problems.Count == 1 ? "" : "s")} detected: {string.Join("; ", problems)}");
        }

        var known = Known(request, body);
        var values = known.GetProperty("Details").EnumerateObject().Single().Value;
        return new CreateJobRequest(
            type.GetString()!,
            values.GetProperty("DataSetId").GetString()!,
            Revision(values) ?? "",
            values.GetRawText(),
            known.TryGetProperty("AssetConfiguration", out var assets) ? assets.GetRawText() : null);
    }

    /// <summary>Adds a constraint that the service model states only in its documentation.</summary>
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
            yield return $"Value null at 'Details.{name}.Encryption.KmsKeyArn' failed to satisfy constraint: "
                + "Member must not be null if the encryption type is aws:kms";
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
        : details.TryGetProperty("RevisionDestinations", out var all) && all.GetArrayLength() > 0
            ? all[0].GetProperty("RevisionId").GetString()
        : null;
}
