using System.Text.Json;
using DxJobs.Simulator.Feeds;

namespace DxJobs.Simulator.History;

/// <summary>Failures chosen by a name in the details of a job: bucket, key, KMS key, asset and so on.</summary>
internal static class NamedFailures
{
    /// <summary>Text to contain and the resulting failure.</summary>
    public static readonly (string Text, FeedFailure Failure)[] All =
    [
        ("access-denied", FeedFailure.AccessDenied),
        ("kms-denied", FeedFailure.KmsDenied),
        ("not-found", FeedFailure.NotFound),
        ("invalid", FeedFailure.Invalid),
        ("malware", FeedFailure.Malware),
        ("encrypted-file", FeedFailure.EncryptedFile),
        ("quota-exceeded", FeedFailure.QuotaExceeded),
        ("too-large", FeedFailure.TooLarge),
        ("internal-error", FeedFailure.InternalError),
        ("timed-out", FeedFailure.TimedOut),
    ];

    /// <summary>Failure named by details, and the index of the list item that names it; null if none.</summary>
    public static (FeedFailure Failure, int Index)? Find(string? details)
    {
        if (details is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(details);
        return Find(document.RootElement, 0);
    }

    private static (FeedFailure Failure, int Index)? Find(JsonElement element, int index) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(p => Find(p.Value, index)).FirstOrDefault(f => f is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(f => f is not null),
        JsonValueKind.String => Find(element.GetString()!, index),
        _ => null,
    };

    /// <summary>Asset ids cannot contain hyphens, so the text without them counts too.</summary>
    private static (FeedFailure Failure, int Index)? Find(string text, int index)
    {
        foreach (var (name, failure) in All)
        {
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase)
                || text.Contains(name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return (failure, index);
            }
        }

        return null;
    }
}
