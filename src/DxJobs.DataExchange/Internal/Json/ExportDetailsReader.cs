using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the details of export jobs; a signed URL is skipped as bytes.</summary>
internal static class ExportDetailsReader
{
    public static bool ReadAssetToSignedUrl(ref Utf8JsonReader reader, ExportAssetToSignedUrlResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetId"u8))
        {
            into.AssetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("RevisionId"u8))
        {
            into.RevisionId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("SignedUrlExpiresAt"u8))
        {
            into.SignedUrlExpiresAt = JsonValues.ReadTime(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    public static bool ReadAssetsToS3(ref Utf8JsonReader reader, ExportAssetsToS3ResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetDestinations"u8))
        {
            into.AssetDestinations = JsonObjects.ReadAll<AssetDestinationEntry>(ref reader, ReadAssetDestination);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Encryption"u8))
        {
            into.Encryption = JsonObjects.Read<ExportServerSideEncryption>(ref reader, ReadEncryption);
        }
        else if (reader.ValueTextEquals("RevisionId"u8))
        {
            into.RevisionId = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    public static bool ReadRevisionsToS3(ref Utf8JsonReader reader, ExportRevisionsToS3ResponseDetails into)
    {
        if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Encryption"u8))
        {
            into.Encryption = JsonObjects.Read<ExportServerSideEncryption>(ref reader, ReadEncryption);
        }
        else if (reader.ValueTextEquals("EventActionArn"u8))
        {
            into.EventActionArn = JsonValues.ReadString(ref reader) is { Length: > 0 } arn ? arn : null;
        }
        else if (reader.ValueTextEquals("RevisionDestinations"u8))
        {
            into.RevisionDestinations = JsonObjects.ReadAll<RevisionDestinationEntry>(ref reader, ReadRevisionDestination);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadAssetDestination(ref Utf8JsonReader reader, AssetDestinationEntry into)
    {
        if (reader.ValueTextEquals("AssetId"u8))
        {
            into.AssetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Bucket"u8))
        {
            into.Bucket = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Key"u8))
        {
            into.Key = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadRevisionDestination(ref Utf8JsonReader reader, RevisionDestinationEntry into)
    {
        if (reader.ValueTextEquals("Bucket"u8))
        {
            into.Bucket = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("KeyPattern"u8))
        {
            into.KeyPattern = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("RevisionId"u8))
        {
            into.RevisionId = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadEncryption(ref Utf8JsonReader reader, ExportServerSideEncryption into)
    {
        if (reader.ValueTextEquals("KmsKeyArn"u8))
        {
            into.KmsKeyArn = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Type"u8))
        {
            into.Type = Constants.EncryptionTypes.Read(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
