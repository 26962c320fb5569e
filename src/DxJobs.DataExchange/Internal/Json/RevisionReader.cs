using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads a revision.</summary>
internal static class RevisionReader
{
    public static bool Read(ref Utf8JsonReader reader, RevisionEntry into)
    {
        if (reader.ValueTextEquals("Arn"u8))
        {
            into.Arn = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Comment"u8))
        {
            into.Comment = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("CreatedAt"u8))
        {
            into.CreatedAt = JsonValues.ReadTime(ref reader);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Finalized"u8))
        {
            into.Finalized = JsonValues.ReadBoolean(ref reader);
        }
        else if (reader.ValueTextEquals("Id"u8))
        {
            into.Id = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("RevocationComment"u8))
        {
            into.RevocationComment = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Revoked"u8))
        {
            into.Revoked = JsonValues.ReadBoolean(ref reader);
        }
        else if (reader.ValueTextEquals("RevokedAt"u8))
        {
            into.RevokedAt = JsonValues.ReadTime(ref reader);
        }
        else if (reader.ValueTextEquals("SourceId"u8))
        {
            into.SourceId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("UpdatedAt"u8))
        {
            into.UpdatedAt = JsonValues.ReadTime(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
