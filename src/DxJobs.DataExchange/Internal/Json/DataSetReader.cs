using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads a data set.</summary>
internal static class DataSetReader
{
    public static bool Read(ref Utf8JsonReader reader, DataSetEntry into)
    {
        if (reader.ValueTextEquals("Arn"u8))
        {
            into.Arn = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("AssetType"u8))
        {
            into.AssetType = Constants.AssetTypes.Read(ref reader);
        }
        else if (reader.ValueTextEquals("CreatedAt"u8))
        {
            into.CreatedAt = JsonValues.ReadTime(ref reader);
        }
        else if (reader.ValueTextEquals("Description"u8))
        {
            into.Description = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Id"u8))
        {
            into.Id = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Name"u8))
        {
            into.Name = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Origin"u8))
        {
            into.Origin = Constants.Origins.Read(ref reader);
        }
        else if (reader.ValueTextEquals("OriginDetails"u8))
        {
            into.OriginDetails = JsonObjects.Read<OriginDetails>(ref reader, ReadOriginDetails);
        }
        else if (reader.ValueTextEquals("SourceId"u8))
        {
            into.SourceId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("UpdatedAt"u8))
        {
            into.UpdatedAt = JsonValues.ReadTime(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadOriginDetails(ref Utf8JsonReader reader, OriginDetails into)
    {
        if (reader.ValueTextEquals("DataGrantId"u8))
        {
            into.DataGrantId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ProductId"u8))
        {
            into.ProductId = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
