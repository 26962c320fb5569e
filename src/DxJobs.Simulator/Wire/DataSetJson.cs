using System.Text.Json;
using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.Wire;

/// <summary>Data sets as AWS writes them.</summary>
internal static class DataSetJson
{
    /// <summary>Writes a data set's members into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedAccount account, SimulatedDataSet dataSet)
    {
        json.WriteString("Arn", $"arn:aws:dataexchange:{account.Region}:{account.AccountId}:data-sets/{dataSet.Id}");
        json.WriteString("AssetType", dataSet.AssetType);
        json.WriteString("CreatedAt", JobJson.Time(dataSet.CreatedAt));
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

        json.WriteString("UpdatedAt", JobJson.Time(dataSet.CreatedAt));
    }
}
