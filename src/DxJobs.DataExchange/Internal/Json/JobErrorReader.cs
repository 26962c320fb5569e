using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads what went wrong with a job.</summary>
internal static class JobErrorReader
{
    public static List<JobError>? ReadAll(ref Utf8JsonReader reader)
    {
        if (!JsonValues.EnterArray(ref reader))
        {
            return null;
        }

        var errors = new List<JobError>();
        while (JsonValues.NextElement(ref reader))
        {
            errors.Add(Read(ref reader));
        }

        return errors;
    }

    private static JobError Read(ref Utf8JsonReader reader)
    {
        var error = new JobError();
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Code"u8))
            {
                error.Code = Enumerations.Codes.Read(ref reader);
            }
            else if (reader.ValueTextEquals("LimitName"u8))
            {
                error.LimitName = Enumerations.LimitNames.Read(ref reader);
            }
            else if (reader.ValueTextEquals("LimitValue"u8))
            {
                error.LimitValue = JsonValues.ReadDouble(ref reader);
            }
            else if (reader.ValueTextEquals("Message"u8))
            {
                error.Message = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("ResourceId"u8))
            {
                error.ResourceId = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("ResourceType"u8))
            {
                error.ResourceType = Enumerations.ErrorResourceTypes.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return error;
    }
}
