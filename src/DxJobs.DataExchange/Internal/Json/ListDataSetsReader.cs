using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the response of ListDataSets.</summary>
internal static class ListDataSetsReader
{
    public static ListDataSetsResponse Read(ref Utf8JsonReader reader)
    {
        var page = new ListDataSetsResponse();
        JsonValues.RequireObject(ref reader);
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("DataSets"u8))
            {
                page.DataSets = JsonObjects.RequireAll(ref reader, ReadEntry);
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

    private static DataSetEntry ReadEntry(ref Utf8JsonReader reader) =>
        JsonObjects.ReadMembers<DataSetEntry>(ref reader, DataSetReader.Read);
}
