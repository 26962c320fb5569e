using System.Text.Json;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Details;
using DxJobs.Simulator.Jobs;
using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator.Api;

/// <summary>Writes jobs: the shapes JobEntry and JobError of AWS's service model.</summary>
internal static class JobJson
{
    /// <summary>Writes a job as a JSON object.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedAccount account, SimulatedJob job, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("Arn", $"arn:aws:dataexchange:{account.Region}:{account.AccountId}:jobs/{job.Id}");
        if (job.AssetConfiguration is not null)
        {
            json.WritePropertyName("AssetConfiguration");
            json.WriteRawValue(job.AssetConfiguration);
        }

        json.WriteString("CreatedAt", AwsJson.Time(job.CreatedAt));
        json.WriteStartObject("Details");
        JobDetailsJson.Write(json, account.Region, account.AccountId, job);
        json.WriteEndObject();
        WriteErrors(json, job, job.ErrorsAt(now));
        json.WriteString("Id", job.Id);
        json.WriteString("State", job.StateAt(now));
        json.WriteString("Type", job.Type);
        json.WriteString("UpdatedAt", AwsJson.Time(job.UpdatedAt(now)));
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, SimulatedJob job, IReadOnlyList<SimulatedError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        json.WriteStartArray("Errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("Code", error.Code);
            if (error.ResourceType == "ASSET")
            {
                JobDetailsJson.WriteErrorDetails(json, job, error.SourceIndex);
            }

            if (error.LimitName is not null)
            {
                json.WriteString("LimitName", error.LimitName);
            }

            if (error.LimitValue is { } value)
            {
                json.WriteNumber("LimitValue", value);
            }

            json.WriteString("Message", error.Message);
            if (error.ResourceId is not null)
            {
                json.WriteString("ResourceId", error.ResourceId);
            }

            if (error.ResourceType is not null)
            {
                json.WriteString("ResourceType", error.ResourceType);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
