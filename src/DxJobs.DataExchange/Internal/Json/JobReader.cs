using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads a job, the reader standing at the start of its object.</summary>
internal static class JobReader
{
    public static JobEntry Read(ref Utf8JsonReader reader)
    {
        var job = new JobEntry();
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Arn"u8))
            {
                job.Arn = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("CreatedAt"u8))
            {
                job.CreatedAt = JsonValues.ReadTime(ref reader);
            }
            else if (reader.ValueTextEquals("Details"u8))
            {
                job.Details = DetailsReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("Errors"u8))
            {
                job.Errors = JobErrorReader.ReadAll(ref reader);
            }
            else if (reader.ValueTextEquals("Id"u8))
            {
                job.Id = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("State"u8))
            {
                job.State = Enumerations.States.Read(ref reader);
            }
            else if (reader.ValueTextEquals("Type"u8))
            {
                job.Type = Enumerations.Types.Read(ref reader);
            }
            else if (reader.ValueTextEquals("UpdatedAt"u8))
            {
                job.UpdatedAt = JsonValues.ReadTime(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return job;
    }

    public static GetJobResponse ReadResponse(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterObject(ref reader))
        {
            throw JsonValues.Unexpected(ref reader, "an object");
        }

        var job = Read(ref reader);
        return new GetJobResponse
        {
            Arn = job.Arn,
            CreatedAt = job.CreatedAt,
            Details = job.Details,
            Errors = job.Errors,
            Id = job.Id,
            State = job.State,
            Type = job.Type,
            UpdatedAt = job.UpdatedAt,
        };
    }
}
