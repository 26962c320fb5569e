using Amazon.Runtime;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Paging;

/// <summary>Failures in words for people, and what to do about them. AWS's texts are cut short, and no text holds a token, a URL's query or a key.</summary>
internal static class CallFailures
{
    private const int LongestText = 300;

    /// <summary>What happened, and what can be done where that is known.</summary>
    public static (string Error, string? Hint) Describe(Exception failure) => CallOutcomes.Classify(failure) switch
    {
        CallOutcome.Throttled => (Said("AWS throttles the calls", failure), "lower poll.max_requests_per_second, raise poll.interval, or ask AWS for a higher quota"),
        CallOutcome.Validation => (Said("AWS refused the request", failure), "check data_set_id and revision_id of the target"),
        CallOutcome.NotFound => (Said("AWS doesn't know what was asked for", failure), "check data_set_id and revision_id of the target"),
        CallOutcome.AccessDenied => (Said("AWS denied access", failure), "check the target's credentials, its role_arn and external_id, and that the role allows dataexchange:ListJobs"),
        CallOutcome.ExpiredCredentials => (Said("the credentials have expired", failure), "renew them (aws sso login, a new session), or use a role that renews itself"),
        CallOutcome.Internal => (Said("AWS failed", failure), "it is tried again at the next poll; see the AWS Health Dashboard if it lasts"),
        CallOutcome.Timeout => failure is PollTimedOutException timeout ? (timeout.Message, timeout.Hint) : ("AWS did not answer in time", "check the network, proxies and the endpoint"),
        CallOutcome.Network => (Said("AWS can't be reached", failure), "check the network, DNS, proxies and the target's region or endpoint_url"),
        CallOutcome.Malformed => (Said("AWS's answer makes no sense", failure), "check that endpoint_url is an AWS Data Exchange API and no proxy answers in its place"),
        _ => (Said("the poll failed", failure), null),
    };

    private static string Said(string what, Exception failure)
    {
        // What an answer that can't be read held is nobody's business: it may be a signed URL.
        var text = failure is AmazonUnmarshallingException ? "it is not the JSON that it should be" : Innermost(failure).Message;
        var code = failure is AmazonServiceException { ErrorCode: { Length: > 0 } c } ? $" ({c})" : "";
        return $"{what}{code}: {OneLine(text)}";
    }

    private static Exception Innermost(Exception failure) =>
        failure is AmazonServiceException { ErrorCode.Length: > 0 } or { InnerException: null } ? failure : Innermost(failure.InnerException!);

    private static string OneLine(string text)
    {
        var line = SecretText.Redact(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }
}
