using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads which data set, revision and asset a job works on. Everything else in there, its secrets included, is passed over as bytes.</summary>
internal static class DetailsReader
{
    public static ResponseDetails? Read(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterObject(ref reader))
        {
            return null;
        }

        var details = new ResponseDetails();
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("ExportAssetToSignedUrl"u8))
            {
                details.ExportAssetToSignedUrl = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId, AssetId = ids.AssetId }
                    : null;
            }
            else if (reader.ValueTextEquals("ExportAssetsToS3"u8))
            {
                details.ExportAssetsToS3 = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("ExportRevisionsToS3"u8))
            {
                details.ExportRevisionsToS3 = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId }
                    : null;
            }
            else if (reader.ValueTextEquals("ImportAssetFromSignedUrl"u8))
            {
                details.ImportAssetFromSignedUrl = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("ImportAssetsFromS3"u8))
            {
                details.ImportAssetsFromS3 = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("ImportAssetsFromRedshiftDataShares"u8))
            {
                details.ImportAssetsFromRedshiftDataShares = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("ImportAssetFromApiGatewayApi"u8))
            {
                details.ImportAssetFromApiGatewayApi = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("CreateS3DataAccessFromS3Bucket"u8))
            {
                details.CreateS3DataAccessFromS3Bucket = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else if (reader.ValueTextEquals("ImportAssetsFromLakeFormationTagPolicy"u8))
            {
                details.ImportAssetsFromLakeFormationTagPolicy = ReadIds(ref reader) is { } ids
                    ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                    : null;
            }
            else
            {
                reader.Skip();
            }
        }

        return details;
    }

    private static (string? DataSetId, string? RevisionId, string? AssetId)? ReadIds(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterObject(ref reader))
        {
            return null;
        }

        string? dataSet = null, revision = null, asset = null;
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("DataSetId"u8))
            {
                dataSet = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("RevisionId"u8))
            {
                revision = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("AssetId"u8))
            {
                asset = JsonValues.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (dataSet, revision, asset);
    }
}
