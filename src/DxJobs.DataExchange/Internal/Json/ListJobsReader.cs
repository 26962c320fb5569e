using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads a page of jobs.</summary>
internal static class ListJobsReader
{
    public static ListJobsResponse Read(ref Utf8JsonReader reader)
    {
        var page = new ListJobsResponse();
        if (!JsonValues.EnterObject(ref reader))
        {
            throw JsonValues.Unexpected(ref reader, "an object");
        }

        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Jobs"u8))
            {
                page.Jobs = ReadJobs(ref reader);
            }
            else if (reader.ValueTextEquals("NextToken"u8))
            {
                page.NextToken = JsonValues.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return page;
    }

    private static List<JobEntry>? ReadJobs(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterArray(ref reader))
        {
            return null;
        }

        var jobs = new List<JobEntry>();
        while (JsonValues.NextElement(ref reader))
        {
            jobs.Add(JobReader.Read(ref reader));
        }

        return jobs;
    }
}
