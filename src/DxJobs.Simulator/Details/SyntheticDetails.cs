using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Details;

/// <summary>Details of generated jobs.</summary>
internal static class SyntheticDetails
{
    private const string ExportBucket = "example-lake";
    private const string DataShareArn = "arn:aws:redshift:us-east-1:123456789012:datashare:00000000-0000-0000-0000-000000000000";
    private const string Md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";

    /// <summary>Id of the asset that a job reads or creates.</summary>
    public static string AssetId(SimulatedJob job) => Hash(job, "asset")[..32];

    /// <summary>KMS key of the bucket.</summary>
    public static string KmsKeyArn(SimulatedJob job) =>
        $"arn:aws:kms:us-east-1:123456789012:key/{new Guid(Convert.FromHexString(Hash(job, "key")[..32]))}";

    /// <summary>Details as a JSON object.</summary>
    public static string ToJson(SimulatedJob job)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            Write(json, job);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Writes the members into an open JSON object.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedJob job)
    {
        json.WriteString("DataSetId", job.DataSetId);
        if (job.Type != "EXPORT_REVISIONS_TO_S3")
        {
            json.WriteString("RevisionId", job.RevisionId);
        }

        switch (job.Type)
        {
            case "IMPORT_ASSETS_FROM_S3":
                WriteSources(json, job);
                break;
            case "IMPORT_ASSET_FROM_SIGNED_URL":
                json.WriteString("AssetName", $"{job.ContentName}.csv");
                json.WriteString("Md5Hash", Md5);
                break;
            case "EXPORT_ASSETS_TO_S3":
                WriteOne(json, "AssetDestinations", ("AssetId", AssetId(job)), ("Bucket", ExportBucket), ("Key", Key(job, 1)));
                WriteStructure(json, "Encryption", ("KmsKeyArn", KmsKeyArn(job)), ("Type", "aws:kms"));
                break;
            case "EXPORT_ASSET_TO_SIGNED_URL":
                json.WriteString("AssetId", AssetId(job));
                break;
            case "EXPORT_REVISIONS_TO_S3":
                WriteOne(
                    json,
                    "RevisionDestinations",
                    ("Bucket", ExportBucket),
                    ("KeyPattern", "${Revision.CreatedAt.Year}/${Asset.Name}"),
                    ("RevisionId", job.RevisionId));
                WriteStructure(json, "Encryption", ("Type", "AES256"));
                break;
            case "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES":
                WriteOne(json, "AssetSources", ("DataShareArn", $"{DataShareArn}/{job.ContentName}"));
                break;
            case "IMPORT_ASSET_FROM_API_GATEWAY_API":
                json.WriteString("ApiDescription", "A simulated API");
                json.WriteString("ApiId", "a1b2c3d4e5");
                json.WriteString("ApiName", job.ContentName);
                json.WriteString("ApiSpecificationMd5Hash", Md5);
                json.WriteString("ProtocolType", "REST");
                json.WriteString("Stage", "prod");
                break;
            case "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET":
                json.WriteStartObject("AssetSource");
                json.WriteString("Bucket", $"example-{job.ContentName}-shared");
                WriteStrings(json, "KeyPrefixes", $"{job.ContentName}/");
                WriteStrings(json, "Keys", "readme.txt");
                WriteOne(json, "KmsKeysToGrant", ("KmsKeyArn", KmsKeyArn(job)));
                json.WriteEndObject();
                break;
            case "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY":
                json.WriteString("CatalogId", "123456789012");
                WriteTagPolicy(json, job, "Database", "DESCRIBE");
                WriteTagPolicy(json, job, "Table", "DESCRIBE", "SELECT");
                json.WriteString("RoleArn", "arn:aws:iam::123456789012:role/lake-formation");
                break;
        }
    }

    /// <summary>One to three files, by the id of the job.</summary>
    private static void WriteSources(Utf8JsonWriter json, SimulatedJob job)
    {
        json.WriteStartArray("AssetSources");
        for (var number = 1; number <= 1 + (job.Id[^1] % 3); number++)
        {
            json.WriteStartObject();
            WriteMembers(json, [("Bucket", $"example-{job.ContentName}-incoming"), ("Key", Key(job, number))]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Key(SimulatedJob job, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{job.ContentName}/{job.CreatedAt.UtcDateTime:yyyy/MM/dd}/part-{number:d4}.parquet");

    private static string Hash(SimulatedJob job, string purpose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{job.DataSetId} {purpose}")));

    private static void WriteTagPolicy(Utf8JsonWriter json, SimulatedJob job, string name, params string[] permissions)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("Expression");
        json.WriteStartObject();
        json.WriteString("TagKey", "feed");
        WriteStrings(json, "TagValues", job.ContentName);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteStrings(json, "Permissions", permissions);
        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, string list, params (string Name, string Value)[] members)
    {
        json.WriteStartArray(list);
        json.WriteStartObject();
        WriteMembers(json, members);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStructure(Utf8JsonWriter json, string name, params (string Name, string Value)[] members)
    {
        json.WriteStartObject(name);
        WriteMembers(json, members);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, (string Name, string Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string list, params string[] values)
    {
        json.WriteStartArray(list);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
