using System.Text.Json;
using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.Wire;

/// <summary>The details of each type of job, with the canary wherever AWS answers with a secret.</summary>
internal static class JobDetailsJson
{
    private const string Asset = "0123456789abcdef0123456789abcdef";
    private const string Md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";

    private static readonly string SignedUrl =
        $"https://simulated-bucket.s3.amazonaws.com/asset?X-Amz-Credential={SimulatorCanary.Text}&X-Amz-Security-Token={SimulatorCanary.Text}&X-Amz-Signature={SimulatorCanary.Text}";

    /// <summary>Writes the one member of ResponseDetails that the type has; an unknown type has none.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedJob job)
    {
        switch (job.Type)
        {
            case "IMPORT_ASSETS_FROM_S3":
                Begin(json, "ImportAssetsFromS3", job);
                json.WriteStartArray("AssetSources");
                json.WriteStartObject();
                json.WriteString("Bucket", "example-feed");
                json.WriteString("Key", $"in/{job.RevisionId}/part-0001.parquet");
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case "IMPORT_ASSET_FROM_SIGNED_URL":
                Begin(json, "ImportAssetFromSignedUrl", job);
                json.WriteString("AssetName", "part-0001.csv");
                json.WriteString("Md5Hash", Md5);
                WriteSignedUrl(json, job);
                break;
            case "EXPORT_ASSETS_TO_S3":
                Begin(json, "ExportAssetsToS3", job);
                json.WriteStartArray("AssetDestinations");
                json.WriteStartObject();
                json.WriteString("AssetId", Asset);
                json.WriteString("Bucket", "example-lake");
                json.WriteString("Key", "out/part-0001.parquet");
                json.WriteEndObject();
                json.WriteEndArray();
                WriteEncryption(json);
                break;
            case "EXPORT_ASSET_TO_SIGNED_URL":
                Begin(json, "ExportAssetToSignedUrl", job);
                json.WriteString("AssetId", Asset);
                WriteSignedUrl(json, job);
                break;
            case "EXPORT_REVISIONS_TO_S3":
                json.WriteStartObject("ExportRevisionsToS3");
                json.WriteString("DataSetId", job.DataSetId);
                WriteEncryption(json);
                json.WriteStartArray("RevisionDestinations");
                json.WriteStartObject();
                json.WriteString("Bucket", "example-lake");
                json.WriteString("KeyPattern", "${Revision.CreatedAt.Year}/${Asset.Name}");
                json.WriteString("RevisionId", job.RevisionId);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES":
                Begin(json, "ImportAssetsFromRedshiftDataShares", job);
                json.WriteStartArray("AssetSources");
                json.WriteStartObject();
                json.WriteString("DataShareArn", "arn:aws:redshift:us-east-1:123456789012:datashare:00000000-0000-0000-0000-000000000000/feed");
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case "IMPORT_ASSET_FROM_API_GATEWAY_API":
                Begin(json, "ImportAssetFromApiGatewayApi", job);
                json.WriteString("ApiDescription", "A simulated API");
                json.WriteString("ApiId", "a1b2c3d4e5");
                json.WriteString("ApiKey", SimulatorCanary.Text);
                json.WriteString("ApiName", "feed");
                json.WriteString("ApiSpecificationMd5Hash", Md5);
                json.WriteString("ApiSpecificationUploadUrl", SignedUrl);
                json.WriteString("ApiSpecificationUploadUrlExpiresAt", JobJson.Time(job.CreatedAt.AddHours(1)));
                json.WriteString("ProtocolType", "REST");
                json.WriteString("Stage", "prod");
                break;
            case "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET":
                Begin(json, "CreateS3DataAccessFromS3Bucket", job);
                json.WriteStartObject("AssetSource");
                json.WriteString("Bucket", "example-shared");
                json.WriteStartArray("KeyPrefixes");
                json.WriteStringValue("feed/");
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY":
                Begin(json, "ImportAssetsFromLakeFormationTagPolicy", job);
                json.WriteString("CatalogId", "123456789012");
                json.WriteString("RoleArn", "arn:aws:iam::123456789012:role/lake-formation");
                break;
            default:
                return;
        }

        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string member, SimulatedJob job)
    {
        json.WriteStartObject(member);
        json.WriteString("DataSetId", job.DataSetId);
        json.WriteString("RevisionId", job.RevisionId);
    }

    private static void WriteSignedUrl(Utf8JsonWriter json, SimulatedJob job)
    {
        json.WriteString("SignedUrl", SignedUrl);
        json.WriteString("SignedUrlExpiresAt", JobJson.Time(job.CreatedAt.AddHours(1)));
    }

    private static void WriteEncryption(Utf8JsonWriter json)
    {
        json.WriteStartObject("Encryption");
        json.WriteString("Type", "AES256");
        json.WriteEndObject();
    }
}
