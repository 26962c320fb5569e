using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws.Http;
using DxJobs.Exporter.Redaction;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Failures;

/// <summary>Failures in words for people, and what to do about them. AWS's texts are cut short, and no text holds a token, a URL's query or a key.</summary>
internal static class FailureDescriptions
{
    private const int MaxTextLength = 300;

    private const string AnotherApiHint = "check that endpoint_url is an AWS Data Exchange API and no proxy answers in its place";

    /// <summary>What happened, and what can be done where that is known.</summary>
    public static (string Error, string? Hint) Describe(Exception failure) => failure switch
    {
        CredentialsException credentials => (credentials.Message, credentials.Hint),
        PollTimedOutException timeout => (timeout.Message, timeout.Hint),
        RegionUnknownException => (failure.Message, RegionUnknownException.Hint),
        InvalidDataException => ("the AWS configuration files cannot be read", "check the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name, by default in ~/.aws"),
        _ when Innermost<CertificateBundleException>(failure) is { } bundle => (bundle.Message, "correct AWS_CA_BUNDLE; the file is read again at the next poll"),
        _ when FailureClassifier.IsCertificateError(failure) =>
            (Said("the server's certificate is not trusted", failure), "where a proxy inspects TLS, name its certificate authority in AWS_CA_BUNDLE (AWS calls only) or SSL_CERT_FILE"),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } or { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } } =>
            ("the proxy refused the connection", "check the URL, user name and password in HTTPS_PROXY, or exclude the host in NO_PROXY"),
        _ when FailureClassifier.IsNotFromAws(failure) =>
            ($"the response is not from AWS (status {(int)((AmazonServiceException)failure).StatusCode}, not in AWS's form)", "a proxy or load balancer answers: check HTTPS_PROXY, NO_PROXY and endpoint_url"),
        MalformedResponseException malformed => ($"AWS's answer makes no sense: {malformed.Message}", AnotherApiHint),
        AmazonServiceException { ErrorCode: { } code } when IsAboutSignature(code) =>
            ($"AWS refused the signature ({code})", "check the secret access key, this host's clock, and that the region is the endpoint's"),
        AmazonClientException { InnerException: null } => ($"the AWS SDK can't make the call: {OneLine(failure.Message)}", null),
        _ => ByOutcome(failure),
    };

    private static (string Error, string? Hint) ByOutcome(Exception failure) => FailureClassifier.Classify(failure) switch
    {
        CallOutcome.Throttled => (Said("AWS throttles the calls", failure), "lower poll.max_requests_per_second, raise poll.interval, or ask AWS for a higher quota"),
        CallOutcome.Validation => (Said("AWS refused the request", failure), "check data_set_id and revision_id of the target"),
        CallOutcome.NotFound => (Said("AWS doesn't know what was asked for", failure), "check data_set_id and revision_id of the target"),
        CallOutcome.AccessDenied => (Said("AWS denied access", failure), "check the target's credentials, its role_arn and external_id, and that the role allows dataexchange:ListJobs"),
        CallOutcome.ExpiredCredentials => (Said("the credentials have expired", failure), "renew them (aws sso login, a new session), or use a role that renews itself"),
        CallOutcome.Internal => (Said("AWS failed", failure), "it is tried again at the next poll; see the AWS Health Dashboard if it lasts"),
        CallOutcome.Timeout => ("AWS did not answer in time", "check the network, proxies and the endpoint"),
        CallOutcome.Network => (Said("AWS can't be reached", failure), "check the network, DNS, proxies and the target's region or endpoint_url"),
        CallOutcome.Malformed => (Said("AWS's answer makes no sense", failure), AnotherApiHint),
        _ => (Said("the poll failed", failure), null),
    };

    private static bool IsAboutSignature(string code) =>
        code.Contains("Signature", StringComparison.Ordinal) || code == "RequestTimeTooSkewed";

    private static string Said(string what, Exception failure)
    {
        var innermost = Innermost(failure);
        var code = innermost is AmazonServiceException { ErrorCode: { Length: > 0 } c } ? $" ({c})" : "";
        var text = innermost switch
        {
            // What an answer that can't be read held is nobody's business: it may be a signed URL.
            _ when failure is AmazonUnmarshallingException => "it is not the JSON that it should be",

            // AWS quotes the values that it refuses, and a token is nobody's business either.
            AmazonServiceException when FailureClassifier.Classify(innermost) == CallOutcome.Validation
                && innermost.Message.Contains("token", StringComparison.OrdinalIgnoreCase) => "it does not accept the token of the next page",
            HttpErrorResponseException when failure is AmazonServiceException answer => $"status {(int)answer.StatusCode}, without an error in AWS's form",
            _ => OneLine(innermost.Message),
        };
        return $"{what}{code}: {text}";
    }

    private static T? Innermost<T>(Exception failure)
        where T : Exception => failure as T ?? (failure.InnerException is { } inner ? Innermost<T>(inner) : null);

    private static Exception Innermost(Exception failure) =>
        failure is AmazonServiceException { ErrorCode.Length: > 0 } or { InnerException: null } ? failure : Innermost(failure.InnerException!);

    private static string OneLine(string text)
    {
        var line = Redactor.Redact(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length <= MaxTextLength ? line : line[..MaxTextLength] + "…";
    }
}
