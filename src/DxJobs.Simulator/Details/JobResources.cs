using System.Text.Json;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Details;

/// <summary>What an error of a job refers to, taken from the details of the job.</summary>
/// <param name="Target">Resource to which access is required.</param>
/// <param name="Item">Object, asset or other item that is read or written.</param>
/// <param name="KmsKey">KMS key ARN.</param>
/// <param name="ResourceId">ResourceId of the error.</param>
/// <param name="ResourceType">ResourceType of the error.</param>
internal sealed record JobResources(string Target, string Item, string KmsKey, string ResourceId, string ResourceType)
{
    /// <summary>Reads the resources of a job.</summary>
    /// <param name="job">Job.</param>
    /// <param name="index">Index of the source or destination.</param>
    public static JobResources Read(SimulatedJob job, int index)
    {
        using var document = JsonDocument.Parse(job.Details ?? SyntheticDetails.ToJson(job));
        var details = document.RootElement;
        var item = ItemOf(details, index);
        var bucket = Text(item, "Bucket");
        var assetId = Text(item, "AssetId") ?? Text(details, "AssetId") ?? SyntheticDetails.AssetId(job);
        var kmsKey = Text(details, "Encryption", "KmsKeyArn") ?? GrantedKey(item) ?? SyntheticDetails.KmsKeyArn(job);
        var asset = $"asset {assetId}";
        return job.Type switch
        {
            "IMPORT_ASSETS_FROM_S3" =>
                new($"the S3 bucket {bucket}", $"The object s3://{bucket}/{Text(item, "Key")}", kmsKey, assetId, "ASSET"),
            "IMPORT_ASSET_FROM_SIGNED_URL" =>
                new("the uploaded asset", $"The asset {Text(details, "AssetName")}", kmsKey, assetId, "ASSET"),
            "EXPORT_ASSETS_TO_S3" or "EXPORT_REVISIONS_TO_S3" =>
                new($"the S3 bucket {bucket}", $"The S3 bucket {bucket}", kmsKey, assetId, "ASSET"),
            "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" =>
                new($"the S3 bucket {bucket}", $"The S3 bucket {bucket}", kmsKey, job.DataSetId, "DATA_SET"),
            "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" =>
                new("the datashare", $"The datashare {Text(item, "DataShareArn")}", kmsKey, job.DataSetId, "DATA_SET"),
            "IMPORT_ASSET_FROM_API_GATEWAY_API" =>
                new("the API", $"The stage {Text(details, "Stage")} of API {Text(details, "ApiId")}", kmsKey, assetId, "ASSET"),
            "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" =>
                new($"the role {Text(details, "RoleArn")}", "The tag policy", kmsKey, job.DataSetId, "DATA_SET"),
            _ => new(asset, $"The {asset}", kmsKey, assetId, "ASSET"),
        };
    }

    private static JsonElement ItemOf(JsonElement details, int index)
    {
        foreach (var name in (ReadOnlySpan<string>)["AssetSources", "AssetDestinations", "RevisionDestinations", "AssetSource"])
        {
            if (details.TryGetProperty(name, out var value))
            {
                return value.ValueKind != JsonValueKind.Array ? value
                    : value.GetArrayLength() == 0 ? details
                    : value[Math.Min(index, value.GetArrayLength() - 1)];
            }
        }

        return details;
    }

    private static string? GrantedKey(JsonElement item) =>
        item.TryGetProperty("KmsKeysToGrant", out var keys) && keys.GetArrayLength() > 0 ? Text(keys[0], "KmsKeyArn") : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.GetString();
    }
}
