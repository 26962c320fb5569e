using System.Text.Json;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Wire.Shapes;

namespace DxJobs.Simulator.Wire;

/// <summary>The details of jobs: what was asked for, and what AWS adds to it, with the canary wherever that is secret.</summary>
internal static class JobDetailsJson
{
    /// <summary>Exports of this hour come from event actions, not from people.</summary>
    private const int NightlyExports = 2;

    private static readonly TimeSpan UrlLifetime = TimeSpan.FromHours(1);

    private static readonly string SignedUrl =
        $"https://simulated-bucket.s3.amazonaws.com/asset?X-Amz-Credential={SimulatorCanary.Text}&X-Amz-Security-Token={SimulatorCanary.Text}&X-Amz-Signature={SimulatorCanary.Text}";

    /// <summary>Writes the one member of ResponseDetails that the type has; an unknown type has none.</summary>
    public static void Write(Utf8JsonWriter json, SimulatedJob job)
    {
        if (!RequestShapes.Details.TryGetValue(job.Type, out var details))
        {
            return;
        }

        json.WriteStartObject(details.Name);
        var ownKey = WriteAskedFor(json, job);
        switch (job.Type)
        {
            case "IMPORT_ASSET_FROM_SIGNED_URL" or "EXPORT_ASSET_TO_SIGNED_URL":
                json.WriteString("SignedUrl", SignedUrl);
                json.WriteString("SignedUrlExpiresAt", JobJson.Time(job.CreatedAt + UrlLifetime));
                break;
            case "IMPORT_ASSET_FROM_API_GATEWAY_API":
                if (!ownKey)
                {
                    json.WriteString("ApiKey", SimulatorCanary.Text);
                }

                json.WriteString("ApiSpecificationUploadUrl", SignedUrl);
                json.WriteString("ApiSpecificationUploadUrlExpiresAt", JobJson.Time(job.CreatedAt + UrlLifetime));
                break;
            case "EXPORT_REVISIONS_TO_S3" when job.Details is null && job.CreatedAt.UtcDateTime.Hour == NightlyExports:
                json.WriteString("EventActionArn", $"arn:aws:dataexchange:us-east-1:123456789012:event-actions/{job.DataSetId}");
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes which file an error is about, for the types of jobs that say so.</summary>
    public static void WriteOfError(Utf8JsonWriter json, SimulatedJob job)
    {
        if (job.Type is not ("IMPORT_ASSETS_FROM_S3" or "IMPORT_ASSET_FROM_SIGNED_URL"))
        {
            return;
        }

        using var details = JsonDocument.Parse(job.Details ?? MadeUpDetails.Of(job));
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
            foreach (var source in details.RootElement.GetProperty("AssetSources").EnumerateArray().Take(1))
            {
                source.WriteTo(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes it. True if it brings the one secret that can also be asked for.</summary>
    private static bool WriteAskedFor(Utf8JsonWriter json, SimulatedJob job)
    {
        if (job.Details is null)
        {
            MadeUpDetails.Write(json, job);
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
