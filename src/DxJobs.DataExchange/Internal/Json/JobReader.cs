using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Reads a job, the reader being at the start of its object. In AWS's responses State follows Details, so the details are first
/// read for their
/// ids only; those of a job that failed or can still change are then read completely, from a copy of the reader that was kept
/// there.
/// </summary>
internal static class JobReader
{
    public static JobEntry Read(ref Utf8JsonReader reader)
    {
        var job = new JobEntry();
        var details = default(Utf8JsonReader);
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
                details = reader;
                job.Details = DetailIdsReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("Errors"u8))
            {
                job.Errors = JsonObjects.ReadAll<JobError>(ref reader, JobErrorReader.Read);
            }
            else if (reader.ValueTextEquals("Id"u8))
            {
                job.Id = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("State"u8))
            {
                job.State = Constants.States.Read(ref reader);
            }
            else if (reader.ValueTextEquals("Type"u8))
            {
                job.Type = Constants.Types.Read(ref reader);
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

        if (job.Details is not null && !HasEndedWithoutFailure(job))
        {
            job.Details = JsonObjects.Read<ResponseDetails>(ref details, DetailsReader.Read);
        }

        return job;
    }

    public static GetJobResponse ReadResponse(ref Utf8JsonReader reader)
    {
        JsonValues.RequireObject(ref reader);
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

    private static bool HasEndedWithoutFailure(JobEntry job) =>
        ReferenceEquals(job.State, State.COMPLETED) || ReferenceEquals(job.State, State.CANCELLED);
}
