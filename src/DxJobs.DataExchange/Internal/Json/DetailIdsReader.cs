using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Reads from the details of a job which data set and revision it works on and whether an event action started it: all that is
/// used of a job
/// that succeeded. Everything else is skipped as bytes.
/// </summary>
internal static class DetailIdsReader
{
    public static ResponseDetails? Read(ref Utf8JsonReader reader) => JsonObjects.Read<ResponseDetails>(ref reader, ReadMember);

    private static bool ReadMember(ref Utf8JsonReader reader, ResponseDetails into)
    {
        if (reader.ValueTextEquals("ExportRevisionsToS3"u8))
        {
            into.ExportRevisionsToS3 = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, EventActionArn = ids.HasEventAction ? "" : null }
                : null;
        }
        else if (reader.ValueTextEquals("ExportAssetsToS3"u8))
        {
            into.ExportAssetsToS3 = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ExportAssetToSignedUrl"u8))
        {
            into.ExportAssetToSignedUrl = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ImportAssetsFromS3"u8))
        {
            into.ImportAssetsFromS3 = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ImportAssetFromSignedUrl"u8))
        {
            into.ImportAssetFromSignedUrl = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ImportAssetsFromRedshiftDataShares"u8))
        {
            into.ImportAssetsFromRedshiftDataShares = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ImportAssetFromApiGatewayApi"u8))
        {
            into.ImportAssetFromApiGatewayApi = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("CreateS3DataAccessFromS3Bucket"u8))
        {
            into.CreateS3DataAccessFromS3Bucket = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else if (reader.ValueTextEquals("ImportAssetsFromLakeFormationTagPolicy"u8))
        {
            into.ImportAssetsFromLakeFormationTagPolicy = ReadIds(ref reader) is { } ids
                ? new() { DataSetId = ids.DataSetId, RevisionId = ids.RevisionId }
                : null;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static (string? DataSetId, string? RevisionId, bool HasEventAction)? ReadIds(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterObject(ref reader))
        {
            return null;
        }

        string? dataSet = null, revision = null;
        var hasEventAction = false;
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
            else if (reader.ValueTextEquals("EventActionArn"u8))
            {
                hasEventAction = JsonValues.ReadIsText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (dataSet, revision, hasEventAction);
    }
}
