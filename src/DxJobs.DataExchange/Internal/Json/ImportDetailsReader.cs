using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the details of import jobs; signed URLs and API keys are skipped as bytes.</summary>
internal static class ImportDetailsReader
{
    public static bool ReadAssetFromSignedUrl(ref Utf8JsonReader reader, ImportAssetFromSignedUrlResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetName"u8))
        {
            into.AssetName = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Md5Hash"u8))
        {
            into.Md5Hash = JsonValues.ReadString(ref reader);
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

    public static bool ReadAssetsFromS3(ref Utf8JsonReader reader, ImportAssetsFromS3ResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetSources"u8))
        {
            into.AssetSources = JsonObjects.ReadAll<AssetSourceEntry>(ref reader, ReadAssetSource);
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

    public static bool ReadAssetsFromRedshift(ref Utf8JsonReader reader, ImportAssetsFromRedshiftDataSharesResponseDetails into)
    {
        if (reader.ValueTextEquals("AssetSources"u8))
        {
            into.AssetSources = JsonObjects.ReadAll<RedshiftDataShareAssetSourceEntry>(ref reader, ReadDataShare);
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

    public static bool ReadAssetFromApiGateway(ref Utf8JsonReader reader, ImportAssetFromApiGatewayApiResponseDetails into)
    {
        if (reader.ValueTextEquals("ApiDescription"u8))
        {
            into.ApiDescription = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ApiId"u8))
        {
            into.ApiId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ApiName"u8))
        {
            into.ApiName = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ApiSpecificationMd5Hash"u8))
        {
            into.ApiSpecificationMd5Hash = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ApiSpecificationUploadUrlExpiresAt"u8))
        {
            into.ApiSpecificationUploadUrlExpiresAt = JsonValues.ReadTime(ref reader);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ProtocolType"u8))
        {
            into.ProtocolType = Constants.ProtocolTypes.Read(ref reader);
        }
        else if (reader.ValueTextEquals("RevisionId"u8))
        {
            into.RevisionId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Stage"u8))
        {
            into.Stage = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    public static bool ReadAssetSource(ref Utf8JsonReader reader, AssetSourceEntry into)
    {
        if (reader.ValueTextEquals("Bucket"u8))
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

    private static bool ReadDataShare(ref Utf8JsonReader reader, RedshiftDataShareAssetSourceEntry into)
    {
        if (reader.ValueTextEquals("DataShareArn"u8))
        {
            into.DataShareArn = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
