using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the response of GetDataSet.</summary>
internal static class GetDataSetReader
{
    public static GetDataSetResponse Read(ref Utf8JsonReader reader)
    {
        JsonValues.RequireObject(ref reader);
        var set = JsonObjects.ReadMembers<DataSetEntry>(ref reader, DataSetReader.Read);
        return new GetDataSetResponse
        {
            Arn = set.Arn,
            AssetType = set.AssetType,
            CreatedAt = set.CreatedAt,
            Description = set.Description,
            Id = set.Id,
            Name = set.Name,
            Origin = set.Origin,
            OriginDetails = set.OriginDetails,
            SourceId = set.SourceId,
            UpdatedAt = set.UpdatedAt,
        };
    }
}
