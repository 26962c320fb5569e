using System.Text.Json;
using DxJobs.Simulator.Jobs;
using DxJobs.Simulator.Protocol;
using DxJobs.Simulator.Shapes;

namespace DxJobs.Simulator.Details;

/// <summary>Details of jobs: the requested ones and those added by AWS. Every secret contains the canary.</summary>
internal static class JobDetailsJson
{
    private static readonly TimeSpan UrlLifetime = TimeSpan.FromHours(1);

    private static readonly string SignedUrl =
        $"https://simulated-bucket.s3.amazonaws.com/asset?X-Amz-Credential={Canary.Text}"
        + $"&X-Amz-Security-Token={Canary.Text}&X-Amz-Signature={Canary.Text}";

    /// <summary>Writes the member of ResponseDetails of the job's type; nothing for an unknown type.</summary>
    public static void Write(Utf8JsonWriter json, string region, string accountId, SimulatedJob job)
    {
        if (!RequestShapes.Details.TryGetValue(job.Type, out var details))
        {
            return;
        }

        json.WriteStartObject(details.Name);
        var hasApiKey = WriteRequested(json, job);
        switch (job.Type)
        {
            case "IMPORT_ASSET_FROM_SIGNED_URL" or "EXPORT_ASSET_TO_SIGNED_URL":
                json.WriteString("SignedUrl", SignedUrl);
                json.WriteString("SignedUrlExpiresAt", AwsJson.Time(job.CreatedAt + UrlLifetime));
                break;
            case "IMPORT_ASSET_FROM_API_GATEWAY_API":
                if (!hasApiKey)
                {
                    json.WriteString("ApiKey", Canary.Text);
                }

                json.WriteString("ApiSpecificationUploadUrl", SignedUrl);
                json.WriteString("ApiSpecificationUploadUrlExpiresAt", AwsJson.Time(job.CreatedAt + UrlLifetime));
                break;
            case "EXPORT_REVISIONS_TO_S3" when job.EventActionId is { } eventAction:
                json.WriteString("EventActionArn", $"arn:aws:dataexchange:{region}:{accountId}:event-actions/{eventAction}");
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the Details of an error, for the job types that have them.</summary>
    public static void WriteErrorDetails(Utf8JsonWriter json, SimulatedJob job, int sourceIndex)
    {
        if (job.Type is not ("IMPORT_ASSETS_FROM_S3" or "IMPORT_ASSET_FROM_SIGNED_URL"))
        {
            return;
        }

        using var details = JsonDocument.Parse(job.Details ?? SyntheticDetails.ToJson(job));
        json.WriteStartObject("Details");
        if (job.Type == "IMPORT_ASSET_FROM_SIGNED_URL")
        {
            json.WriteStartObject("ImportAssetFromSignedUrlJobErrorDetails");
            json.WriteString("AssetName", details.RootElement.GetProperty("AssetName").GetString());
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray("ImportAssetsFromS3JobErrorDetails");
            foreach (var source in details.RootElement.GetProperty("AssetSources").EnumerateArray().Skip(sourceIndex).Take(1))
            {
                source.WriteTo(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the requested details.</summary>
    /// <returns>Whether they contain an ApiKey, the only secret that a request can contain.</returns>
    private static bool WriteRequested(Utf8JsonWriter json, SimulatedJob job)
    {
        if (job.Details is null)
        {
            SyntheticDetails.Write(json, job);
            return false;
        }

        using var details = JsonDocument.Parse(job.Details);
        foreach (var member in details.RootElement.EnumerateObject())
        {
            member.WriteTo(json);
        }

        return details.RootElement.TryGetProperty("ApiKey", out _);
    }
}
