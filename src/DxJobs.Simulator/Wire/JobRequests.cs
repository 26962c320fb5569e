using System.Text.Json;

namespace DxJobs.Simulator.Wire;

/// <summary>The body of CreateJob: which members the details of each type must have. Source: the shapes …RequestDetails of AWS's service model.</summary>
internal static class JobRequests
{
    private static readonly Dictionary<string, (string Member, string[] Required)> Details = new()
    {
        ["IMPORT_ASSETS_FROM_S3"] = ("ImportAssetsFromS3", ["AssetSources", "DataSetId", "RevisionId"]),
        ["IMPORT_ASSET_FROM_SIGNED_URL"] = ("ImportAssetFromSignedUrl", ["AssetName", "DataSetId", "Md5Hash", "RevisionId"]),
        ["EXPORT_ASSETS_TO_S3"] = ("ExportAssetsToS3", ["AssetDestinations", "DataSetId", "RevisionId"]),
        ["EXPORT_ASSET_TO_SIGNED_URL"] = ("ExportAssetToSignedUrl", ["AssetId", "DataSetId", "RevisionId"]),
        ["EXPORT_REVISIONS_TO_S3"] = ("ExportRevisionsToS3", ["DataSetId", "RevisionDestinations"]),
        ["IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES"] = ("ImportAssetsFromRedshiftDataShares", ["AssetSources", "DataSetId", "RevisionId"]),
        ["IMPORT_ASSET_FROM_API_GATEWAY_API"] =
            ("ImportAssetFromApiGatewayApi", ["ApiId", "ApiName", "ApiSpecificationMd5Hash", "DataSetId", "ProtocolType", "RevisionId", "Stage"]),
        ["CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET"] = ("CreateS3DataAccessFromS3Bucket", ["AssetSource", "DataSetId", "RevisionId"]),
        ["IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY"] = ("ImportAssetsFromLakeFormationTagPolicy", ["CatalogId", "RoleArn", "DataSetId", "RevisionId"]),
    };

    /// <summary>Reads the body: the type, and the data set and revision that the details name.</summary>
    /// <exception cref="Refusal">It is not what AWS's model demands; the message names the member.</exception>
    public static (string Type, string DataSetId, string RevisionId) Read(JsonElement body)
    {
        var type = Text(body, "Type") ?? throw Missing("Type");
        if (!Details.TryGetValue(type, out var shape))
        {
            throw Refusal.Validation($"Value '{type}' at 'Type' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Details.Keys)}]");
        }

        if (!body.TryGetProperty("Details", out var all) || all.ValueKind != JsonValueKind.Object || !all.TryGetProperty(shape.Member, out var details) || details.ValueKind != JsonValueKind.Object)
        {
            throw Missing("Details." + shape.Member);
        }

        foreach (var member in shape.Required)
        {
            if (!details.TryGetProperty(member, out _))
            {
                throw Missing($"Details.{shape.Member}.{member}");
            }
        }

        return (type, Text(details, "DataSetId") ?? "", Text(details, "RevisionId") ?? RevisionOfExport(details) ?? "");
    }

    private static string? RevisionOfExport(JsonElement details) =>
        details.TryGetProperty("RevisionDestinations", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() > 0 ? Text(all[0], "RevisionId") : null;

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Refusal Missing(string member) =>
        Refusal.Validation($"Value null at '{member}' failed to satisfy constraint: Member must not be null");
}
