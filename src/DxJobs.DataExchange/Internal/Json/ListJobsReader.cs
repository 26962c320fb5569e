using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the response of ListJobs.</summary>
internal static class ListJobsReader
{
    public static ListJobsResponse Read(ref Utf8JsonReader reader)
    {
        var page = new ListJobsResponse();
        JsonValues.RequireObject(ref reader);
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Jobs"u8))
            {
                page.Jobs = JsonObjects.RequireAll(ref reader, JobReader.Read);
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
}
