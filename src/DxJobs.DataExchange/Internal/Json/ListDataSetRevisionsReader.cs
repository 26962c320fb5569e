using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the response of ListDataSetRevisions.</summary>
internal static class ListDataSetRevisionsReader
{
    public static ListDataSetRevisionsResponse Read(ref Utf8JsonReader reader)
    {
        var page = new ListDataSetRevisionsResponse();
        JsonValues.RequireObject(ref reader);
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Revisions"u8))
            {
                page.Revisions = JsonObjects.RequireAll(ref reader, ReadEntry);
            }
            else if (reader.ValueTextEquals("NextToken"u8))
            {
                page.NextToken = JsonValues.RequireString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return page;
    }

    private static RevisionEntry ReadEntry(ref Utf8JsonReader reader) =>
        JsonObjects.ReadMembers<RevisionEntry>(ref reader, RevisionReader.Read);
}
