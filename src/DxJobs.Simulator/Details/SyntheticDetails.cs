using System.Text;
using System.Text.Json;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Details;

/// <summary>Details of generated jobs.</summary>
internal static class SyntheticDetails
{
    private const string Asset = "0123456789abcdef0123456789abcdef";
    private const string Md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    private const string DataShareArn =
        "arn:aws:redshift:us-east-1:123456789012:datashare:00000000-0000-0000-0000-000000000000/feed";

    private const string KmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

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
                WriteOne(json, "AssetSources", ("Bucket", "example-feed"), ("Key", $"in/{job.RevisionId}/part-0001.parquet"));
                break;
            case "IMPORT_ASSET_FROM_SIGNED_URL":
                json.WriteString("AssetName", "part-0001.csv");
                json.WriteString("Md5Hash", Md5);
                break;
            case "EXPORT_ASSETS_TO_S3":
                WriteOne(
                    json, "AssetDestinations", ("AssetId", Asset), ("Bucket", "example-lake"), ("Key", "out/part-0001.parquet"));
                WriteStructure(json, "Encryption", ("KmsKeyArn", KmsKeyArn), ("Type", "aws:kms"));
                break;
            case "EXPORT_ASSET_TO_SIGNED_URL":
                json.WriteString("AssetId", Asset);
                break;
            case "EXPORT_REVISIONS_TO_S3":
                WriteOne(
                    json,
                    "RevisionDestinations",
                    ("Bucket", "example-lake"),
                    ("KeyPattern", "${Revision.CreatedAt.Year}/${Asset.Name}"),
                    ("RevisionId", job.RevisionId));
                WriteStructure(json, "Encryption", ("Type", "AES256"));
                break;
            case "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES":
                WriteOne(json, "AssetSources", ("DataShareArn", DataShareArn));
                break;
            case "IMPORT_ASSET_FROM_API_GATEWAY_API":
                json.WriteString("ApiDescription", "A simulated API");
                json.WriteString("ApiId", "a1b2c3d4e5");
                json.WriteString("ApiName", "feed");
                json.WriteString("ApiSpecificationMd5Hash", Md5);
                json.WriteString("ProtocolType", "REST");
                json.WriteString("Stage", "prod");
                break;
            case "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET":
                json.WriteStartObject("AssetSource");
                json.WriteString("Bucket", "example-shared");
                WriteStrings(json, "KeyPrefixes", "feed/");
                WriteStrings(json, "Keys", "readme.txt");
                WriteOne(json, "KmsKeysToGrant", ("KmsKeyArn", KmsKeyArn));
                json.WriteEndObject();
                break;
            case "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY":
                json.WriteString("CatalogId", "123456789012");
                WriteTagPolicy(json, "Database", "DESCRIBE");
                WriteTagPolicy(json, "Table", "DESCRIBE", "SELECT");
                json.WriteString("RoleArn", "arn:aws:iam::123456789012:role/lake-formation");
                break;
        }
    }

    private static void WriteTagPolicy(Utf8JsonWriter json, string name, params string[] permissions)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("Expression");
        json.WriteStartObject();
        json.WriteString("TagKey", "feed");
        WriteStrings(json, "TagValues", "daily");
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
