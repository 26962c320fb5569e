using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Paging;

/// <summary>What an exception of a call means. The SDK gives one thing many faces; here each has one name.</summary>
internal static class CallOutcomes
{
    private static readonly HashSet<string> Throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
        "TransactionInProgressException", "LimitExceededException",
    };

    private static readonly HashSet<string> Expired = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired", "SSOTokenExpired",
    };

    private static readonly HashSet<string> Denied = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException", "SignatureDoesNotMatch",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "IncompleteSignature", "AuthFailure", "OptInRequired", "NotAuthorized",
        "InvalidAccessKeyId", "InvalidIdentityToken", "IDPRejectedClaim", "UnauthorizedOperation", "RegionDisabledException", "ForbiddenException", "UnauthorizedException",
    };

    /// <summary>The class of a failure.</summary>
    public static CallOutcome Classify(Exception exception) => exception switch
    {
        MalformedAnswerException or AmazonUnmarshallingException or JsonException => CallOutcome.Malformed,
        PollTimedOutException or TimeoutException or OperationCanceledException => CallOutcome.Timeout,
        CredentialsException { InnerException: { } cause } => OfCredentials(cause),
        CredentialsException => CallOutcome.AccessDenied,
        AmazonServiceException answer => OfAnswer(answer),
        HttpRequestException or IOException or SocketException => CallOutcome.Network,
        { InnerException: { } cause } => Classify(cause),
        AmazonClientException => CallOutcome.AccessDenied,
        _ => CallOutcome.Internal,
    };

    /// <summary>Whether the same call may well succeed a little later.</summary>
    public static bool IsRetryable(CallOutcome outcome) =>
        outcome is CallOutcome.Throttled or CallOutcome.Internal or CallOutcome.Network or CallOutcome.Timeout;

    private static CallOutcome OfAnswer(AmazonServiceException answer)
    {
        var code = answer.ErrorCode ?? "";
        if (Throttling.Contains(code) || answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return CallOutcome.Throttled;
        }

        if (Expired.Contains(code))
        {
            return CallOutcome.ExpiredCredentials;
        }

        if (Denied.Contains(code))
        {
            return CallOutcome.AccessDenied;
        }

        return (int)answer.StatusCode switch
        {
            401 or 403 => CallOutcome.AccessDenied,
            404 => CallOutcome.NotFound,
            >= 500 => CallOutcome.Internal,
            >= 400 => CallOutcome.Validation,
            // No status: the answer never came, or could not be read.
            _ => answer.InnerException is { } cause ? Classify(cause) : CallOutcome.Malformed,
        };
    }

    /// <summary>Credentials that can't be had are a matter of access, unless what gives them out was just out of reach.</summary>
    private static CallOutcome OfCredentials(Exception cause) =>
        Classify(cause) is var outcome and not (CallOutcome.Malformed or CallOutcome.Validation or CallOutcome.NotFound) ? outcome : CallOutcome.AccessDenied;
}
