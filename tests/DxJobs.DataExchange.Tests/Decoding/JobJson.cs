using System.Text.Json;
using Amazon.DataExchange.Model;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Writes jobs as AWS sends them, with fields that nobody knows between the known ones.</summary>
internal static class JobJson
{
    public static byte[] Write(ListJobsResponse page, string junk)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Junk(writer, junk);
            writer.WriteStartArray("Jobs");
            foreach (var job in page.Jobs!)
            {
                Write(writer, job, junk);
            }

            writer.WriteEndArray();
            writer.WriteString("NextToken", page.NextToken);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JobEntry job, string junk)
    {
        writer.WriteStartObject();
        writer.WriteString("Arn", job.Arn);
        Time(writer, "CreatedAt", job.CreatedAt);
        Junk(writer, junk);
        if (job.Details is { } details)
        {
            writer.WriteStartObject("Details");
            foreach (var type in typeof(ResponseDetails).GetProperties())
            {
                if (type.GetValue(details) is { } of)
                {
                    writer.WriteStartObject(type.Name);
                    Junk(writer, junk);
                    foreach (var id in type.PropertyType.GetProperties())
                    {
                        writer.WriteString(id.Name, (string?)id.GetValue(of));
                        writer.WriteString("SignedUrl", junk);
                    }

                    writer.WriteEndObject();
                }
            }

            writer.WriteEndObject();
        }

        if (job.Errors is { } errors)
        {
            writer.WriteStartArray("Errors");
            foreach (var error in errors)
            {
                writer.WriteStartObject();
                writer.WriteString("Code", error.Code?.Value);
                writer.WriteString("LimitName", error.LimitName?.Value);
                if (error.LimitValue is { } value)
                {
                    writer.WriteNumber("LimitValue", value);
                }

                Junk(writer, junk);
                writer.WriteString("Message", error.Message);
                writer.WriteString("ResourceId", error.ResourceId);
                writer.WriteString("ResourceType", error.ResourceType?.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteString("Id", job.Id);
        writer.WriteString("State", job.State?.Value);
        writer.WriteString("Type", job.Type?.Value);
        Time(writer, "UpdatedAt", job.UpdatedAt);
        writer.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter writer, string name, DateTime? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Junk(Utf8JsonWriter writer, string junk)
    {
        writer.WriteStartObject(junk + "_");
        writer.WriteString("Id", junk);
        writer.WriteStartArray("State");
        writer.WriteNumberValue(junk.Length);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
