using System.Text.Encodings.Web;
using System.Text.Json;
using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.Wire;

/// <summary>Jobs as AWS writes them: the shapes JobEntry, JobError and ResponseDetails of its service model.</summary>
internal static class JobJson
{
    /// <summary>Nothing is escaped that JSON leaves alone, be it in URLs, tokens or messages.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A time as AWS writes it: ISO 8601, UTC, milliseconds.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes a job as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedAccount account, SimulatedJob job, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("Arn", $"arn:aws:dataexchange:{account.Region}:{account.AccountId}:jobs/{job.Id}");
        if (job.AssetConfiguration is not null)
        {
            json.WritePropertyName("AssetConfiguration");
            json.WriteRawValue(job.AssetConfiguration);
        }

        json.WriteString("CreatedAt", Time(job.CreatedAt));
        json.WriteStartObject("Details");
        JobDetailsJson.Write(json, job);
        json.WriteEndObject();
        WriteErrors(json, job, job.ErrorsAt(now));
        json.WriteString("Id", job.Id);
        json.WriteString("State", job.StateAt(now));
        json.WriteString("Type", job.Type);
        json.WriteString("UpdatedAt", Time(job.UpdatedAt(now)));
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
                JobDetailsJson.WriteOfError(json, job);
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
