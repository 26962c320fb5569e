using System.Text.Json;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.DataSets;
using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator.Api;

/// <summary>Writes data sets: the shape DataSetEntry of AWS's service model.</summary>
internal static class DataSetJson
{
    /// <summary>Writes the members into an open JSON object.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedAccount account, SimulatedDataSet dataSet)
    {
        json.WriteString("Arn", $"arn:aws:dataexchange:{account.Region}:{account.AccountId}:data-sets/{dataSet.Id}");
        json.WriteString("AssetType", dataSet.AssetType);
        json.WriteString("CreatedAt", AwsJson.Time(dataSet.CreatedAt));
        json.WriteString("Description", dataSet.Description);
        json.WriteString("Id", dataSet.Id);
        json.WriteString("Name", dataSet.Name);
        json.WriteString("Origin", dataSet.Entitled ? "ENTITLED" : "OWNED");
        if (dataSet.Entitled)
        {
            json.WriteStartObject("OriginDetails");
            json.WriteString("ProductId", "prod-" + dataSet.Id[..13]);
            json.WriteEndObject();
        }

        json.WriteString("UpdatedAt", AwsJson.Time(dataSet.CreatedAt));
    }
}
