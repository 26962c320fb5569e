using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the details of a job completely, except for its secrets, which are skipped as bytes.</summary>
internal static class DetailsReader
{
    public static bool Read(ref Utf8JsonReader reader, ResponseDetails into)
    {
        if (reader.ValueTextEquals("ExportAssetToSignedUrl"u8))
        {
            into.ExportAssetToSignedUrl = JsonObjects.Read<ExportAssetToSignedUrlResponseDetails>(
                ref reader, ExportDetailsReader.ReadAssetToSignedUrl);
        }
        else if (reader.ValueTextEquals("ExportAssetsToS3"u8))
        {
            into.ExportAssetsToS3 = JsonObjects.Read<ExportAssetsToS3ResponseDetails>(
                ref reader, ExportDetailsReader.ReadAssetsToS3);
        }
        else if (reader.ValueTextEquals("ExportRevisionsToS3"u8))
        {
            into.ExportRevisionsToS3 = JsonObjects.Read<ExportRevisionsToS3ResponseDetails>(
                ref reader, ExportDetailsReader.ReadRevisionsToS3);
        }
        else if (reader.ValueTextEquals("ImportAssetFromSignedUrl"u8))
        {
            into.ImportAssetFromSignedUrl = JsonObjects.Read<ImportAssetFromSignedUrlResponseDetails>(
                ref reader, ImportDetailsReader.ReadAssetFromSignedUrl);
        }
        else if (reader.ValueTextEquals("ImportAssetsFromS3"u8))
        {
            into.ImportAssetsFromS3 = JsonObjects.Read<ImportAssetsFromS3ResponseDetails>(
                ref reader, ImportDetailsReader.ReadAssetsFromS3);
        }
        else if (reader.ValueTextEquals("ImportAssetsFromRedshiftDataShares"u8))
        {
            into.ImportAssetsFromRedshiftDataShares = JsonObjects.Read<ImportAssetsFromRedshiftDataSharesResponseDetails>(
                ref reader, ImportDetailsReader.ReadAssetsFromRedshift);
        }
        else if (reader.ValueTextEquals("ImportAssetFromApiGatewayApi"u8))
        {
            into.ImportAssetFromApiGatewayApi = JsonObjects.Read<ImportAssetFromApiGatewayApiResponseDetails>(
                ref reader, ImportDetailsReader.ReadAssetFromApiGateway);
        }
        else if (reader.ValueTextEquals("CreateS3DataAccessFromS3Bucket"u8))
        {
            into.CreateS3DataAccessFromS3Bucket = JsonObjects.Read<CreateS3DataAccessFromS3BucketResponseDetails>(
                ref reader, DataAccessDetailsReader.Read);
        }
        else if (reader.ValueTextEquals("ImportAssetsFromLakeFormationTagPolicy"u8))
        {
            into.ImportAssetsFromLakeFormationTagPolicy = JsonObjects.Read<ImportAssetsFromLakeFormationTagPolicyResponseDetails>(
                ref reader, LakeFormationDetailsReader.Read);
        }
        else
        {
            return false;
        }

        return true;
    }
}
