using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the details of jobs that create access to an Amazon S3 bucket.</summary>
internal static class DataAccessDetailsReader
{
    public static bool Read(ref Utf8JsonReader reader, CreateS3DataAccessFromS3BucketResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetSource"u8))
        {
            into.AssetSource = JsonObjects.Read<S3DataAccessAssetSourceEntry>(ref reader, ReadSource);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
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

    private static bool ReadSource(ref Utf8JsonReader reader, S3DataAccessAssetSourceEntry into)
    {
        if (reader.ValueTextEquals("Bucket"u8))
        {
            into.Bucket = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("KeyPrefixes"u8))
        {
            into.KeyPrefixes = JsonObjects.ReadStrings(ref reader);
        }
        else if (reader.ValueTextEquals("Keys"u8))
        {
            into.Keys = JsonObjects.ReadStrings(ref reader);
        }
        else if (reader.ValueTextEquals("KmsKeysToGrant"u8))
        {
            into.KmsKeysToGrant = JsonObjects.ReadAll<KmsKeyToGrant>(ref reader, ReadKmsKey);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadKmsKey(ref Utf8JsonReader reader, KmsKeyToGrant into)
    {
        if (reader.ValueTextEquals("KmsKeyArn"u8))
        {
            into.KmsKeyArn = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
