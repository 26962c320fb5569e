using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads a data set.</summary>
internal static class DataSetReader
{
    public static GetDataSetResponse Read(ref Utf8JsonReader reader)
    {
        var set = new GetDataSetResponse();
        if (!JsonValues.EnterObject(ref reader))
        {
            throw JsonValues.Unexpected(ref reader, "an object");
        }

        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Arn"u8))
            {
                set.Arn = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("AssetType"u8))
            {
                set.AssetType = Enumerations.AssetTypes.Read(ref reader);
            }
            else if (reader.ValueTextEquals("CreatedAt"u8))
            {
                set.CreatedAt = JsonValues.ReadTime(ref reader);
            }
            else if (reader.ValueTextEquals("Description"u8))
            {
                set.Description = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("Id"u8))
            {
                set.Id = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("Name"u8))
            {
                set.Name = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("Origin"u8))
            {
                set.Origin = Enumerations.Origins.Read(ref reader);
            }
            else if (reader.ValueTextEquals("SourceId"u8))
            {
                set.SourceId = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("UpdatedAt"u8))
            {
                set.UpdatedAt = JsonValues.ReadTime(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return set;
    }
}
