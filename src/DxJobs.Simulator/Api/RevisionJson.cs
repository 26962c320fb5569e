using System.Text.Json;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.DataSets;
using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator.Api;

/// <summary>Writes revisions: the shape RevisionEntry of AWS's service model.</summary>
internal static class RevisionJson
{
    /// <summary>Writes the members into an open JSON object.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedAccount account, SimulatedRevision revision)
    {
        var dataSet = $"arn:aws:dataexchange:{account.Region}:{account.AccountId}:data-sets/{revision.DataSetId}";
        json.WriteString("Arn", $"{dataSet}/revisions/{revision.Id}");
        json.WriteString("Comment", "Simulated");
        json.WriteString("CreatedAt", AwsJson.Time(revision.CreatedAt));
        json.WriteString("DataSetId", revision.DataSetId);
        json.WriteBoolean("Finalized", revision.Finalized);
        json.WriteString("Id", revision.Id);
        json.WriteBoolean("Revoked", revision.Revoked);
        if (revision.Revoked)
        {
            json.WriteString("RevocationComment", "Superseded by a corrected revision");
            json.WriteString("RevokedAt", AwsJson.Time(revision.UpdatedAt));
        }

        json.WriteString("UpdatedAt", AwsJson.Time(revision.UpdatedAt));
    }
}
