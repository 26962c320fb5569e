using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the error entries of a job.</summary>
internal static class JobErrorReader
{
    public static bool Read(ref Utf8JsonReader reader, JobError into)
    {
        if (reader.ValueTextEquals("Code"u8))
        {
            into.Code = Constants.Codes.Read(ref reader);
        }
        else if (reader.ValueTextEquals("Details"u8))
        {
            into.Details = JsonObjects.Read<Details>(ref reader, ReadDetails);
        }
        else if (reader.ValueTextEquals("LimitName"u8))
        {
            into.LimitName = Constants.LimitNames.Read(ref reader);
        }
        else if (reader.ValueTextEquals("LimitValue"u8))
        {
            into.LimitValue = JsonValues.ReadDouble(ref reader);
        }
        else if (reader.ValueTextEquals("Message"u8))
        {
            into.Message = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ResourceId"u8))
        {
            into.ResourceId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("ResourceType"u8))
        {
            into.ResourceType = Constants.ErrorResourceTypes.Read(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadDetails(ref Utf8JsonReader reader, Details into)
    {
        if (reader.ValueTextEquals("ImportAssetFromSignedUrlJobErrorDetails"u8))
        {
            into.ImportAssetFromSignedUrlJobErrorDetails = JsonObjects.Read<ImportAssetFromSignedUrlJobErrorDetails>(
                ref reader, ReadAssetName);
        }
        else if (reader.ValueTextEquals("ImportAssetsFromS3JobErrorDetails"u8))
        {
            into.ImportAssetsFromS3JobErrorDetails = JsonObjects.ReadAll<AssetSourceEntry>(
                ref reader, ImportDetailsReader.ReadAssetSource);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadAssetName(ref Utf8JsonReader reader, ImportAssetFromSignedUrlJobErrorDetails into)
    {
        if (reader.ValueTextEquals("AssetName"u8))
        {
            into.AssetName = JsonValues.ReadString(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
