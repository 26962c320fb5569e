using System.Net.Sockets;
using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws.Http;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Failures;

/// <summary>What an exception of a call means. The SDK gives one thing many faces; here each has one name.</summary>
internal static class FailureClassifier
{
    private static readonly Dictionary<string, CallOutcome> ByErrorCode = Map(
        (CallOutcome.Throttled,
        [
            "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequests",
            "TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown",
            "PriorRequestNotComplete", "EC2ThrottledException", "TransactionInProgressException", "LimitExceededException",
        ]),
        (CallOutcome.ExpiredCredentials, ["ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired", "SSOTokenExpired"]),
        (CallOutcome.AccessDenied,
        [
            "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnauthorizedException", "ForbiddenException", "NotAuthorized",
            "AuthFailure", "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "MissingAuthenticationToken",
            "MissingAuthenticationTokenException", "InvalidSignature", "InvalidSignatureException", "SignatureDoesNotMatch", "IncompleteSignature",
            "IncompleteSignatureException", "RequestTimeTooSkewed", "InvalidIdentityToken", "InvalidIdentityTokenException", "IDPRejectedClaim",
            "IDPRejectedClaimException", "OptInRequired", "RegionDisabledException",
        ]),
        (CallOutcome.Timeout, ["RequestTimeout", "RequestTimeoutException"]),
        (CallOutcome.Network, ["IDPCommunicationError", "IDPCommunicationErrorException"]));

    /// <summary>The class of a failure. What nobody foresaw is malformed: asking again would not help.</summary>
    public static CallOutcome Classify(Exception exception) => exception switch
    {
        MalformedResponseException or JsonException => CallOutcome.Malformed,
        PollTimedOutException or TimeoutException or OperationCanceledException => CallOutcome.Timeout,
        CredentialsException { IsLocal: true } => CallOutcome.Credentials,
        RegionUnknownException or CertificateBundleException => CallOutcome.Network,
        InvalidDataException => CallOutcome.Credentials,
        CredentialsException { InnerException: { } cause } => OfCredentials(cause),
        AmazonServiceException answer => OfAnswer(answer),
        HttpRequestException or IOException or SocketException => CallOutcome.Network,
        { InnerException: { } cause } => Classify(cause),
        AmazonClientException => CallOutcome.Credentials,
        _ => CallOutcome.Malformed,
    };

    /// <summary>Whether the same call may well succeed a little later.</summary>
    public static bool IsRetryable(CallOutcome outcome) =>
        outcome is CallOutcome.Throttled or CallOutcome.Internal or CallOutcome.Network or CallOutcome.Timeout;

    /// <summary>Whether the same call may well succeed a little later.</summary>
    public static bool IsRetryable(Exception failure) =>
        IsRetryable(Classify(failure)) && !IsCertificateError(failure) && !IsProxyRefusal(failure) && failure is not RegionUnknownException;

    /// <summary>Whether a proxy refuses, also where the request was one for credentials.</summary>
    private static bool IsProxyRefusal(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError }
        || (failure is AmazonServiceException { StatusCode: var status } && IsNotFromAws(failure) && (int)status < 500)
        || (failure.InnerException is { } inner && IsProxyRefusal(inner));

    /// <summary>Whether AWS refused a signature, which a wrong clock of this host can be the reason of.</summary>
    public static bool IsClockError(Exception failure) => failure is AmazonServiceException answer
        && (answer.ErrorCode is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture"
            || (answer.ErrorCode is "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure"
                && (answer.Message.Contains("expired", StringComparison.OrdinalIgnoreCase) || answer.Message.Contains("not yet", StringComparison.OrdinalIgnoreCase))));

    /// <summary>Whether the server's certificate was refused.</summary>
    public static bool IsCertificateError(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is AuthenticationException or CertificateBundleException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a response has no error in AWS's form: a proxy or load balancer sent it.</summary>
    public static bool IsNotFromAws(Exception failure) =>
        failure is AmazonServiceException
        {
            StatusCode: not (0 or HttpStatusCode.OK or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests),
            ErrorCode: null or "",
        }
        || (failure is AmazonUnmarshallingException { ResponseBody: { } body } && body.AsSpan().TrimStart().StartsWith("<"));

    private static CallOutcome OfAnswer(AmazonServiceException answer)
    {
        if (IsNotFromAws(answer))
        {
            return CallOutcome.Network;
        }

        if (ByErrorCode.TryGetValue(answer.ErrorCode ?? "", out var known))
        {
            return known;
        }

        return (int)answer.StatusCode switch
        {
            401 or 403 => CallOutcome.AccessDenied,
            404 => CallOutcome.NotFound,
            408 => CallOutcome.Timeout,
            429 => CallOutcome.Throttled,
            >= 500 => CallOutcome.Internal,
            >= 400 => CallOutcome.Validation,
            // The answer never came, or could not be read.
            _ => answer.InnerException is { } cause ? Classify(cause) : CallOutcome.Malformed,
        };
    }

    /// <summary>Credentials that can't be had are a matter of access, unless what gives them out was just out of reach.</summary>
    private static CallOutcome OfCredentials(Exception cause) =>
        Classify(cause) is var outcome and not (CallOutcome.Malformed or CallOutcome.Validation or CallOutcome.NotFound)
            ? outcome
            : cause is AmazonServiceException ? CallOutcome.AccessDenied : CallOutcome.Credentials;

    private static Dictionary<string, CallOutcome> Map(params ReadOnlySpan<(CallOutcome Outcome, string[] Codes)> classes)
    {
        var map = new Dictionary<string, CallOutcome>(StringComparer.Ordinal);
        foreach (var (outcome, codes) in classes)
        {
            foreach (var code in codes)
            {
                map.Add(code, outcome);
            }
        }

        return map;
    }
}
