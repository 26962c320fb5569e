using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Tests.Failures;

public sealed class FailureClassifierTests
{
    [Theory]
    [InlineData("ThrottlingException", 429, "throttled")]
    [InlineData("Throttling", 400, "throttled")]
    [InlineData("TooManyRequestsException", 429, "throttled")]
    [InlineData("RequestLimitExceeded", 503, "throttled")]
    [InlineData("SlowDown", 503, "throttled")]
    [InlineData(null, 429, "throttled")]
    [InlineData("ExpiredTokenException", 403, "expired_credentials")]
    [InlineData("ExpiredToken", 400, "expired_credentials")]
    [InlineData("RequestExpired", 400, "expired_credentials")]
    [InlineData("AccessDeniedException", 403, "access_denied")]
    [InlineData("AccessDenied", 403, "access_denied")]
    [InlineData("UnrecognizedClientException", 400, "access_denied")]
    [InlineData("InvalidClientTokenId", 403, "access_denied")]
    [InlineData("InvalidSignatureException", 403, "access_denied")]
    [InlineData("MissingAuthenticationTokenException", 403, "access_denied")]
    [InlineData("RequestTimeTooSkewed", 403, "access_denied")]
    [InlineData(null, 401, "network")]
    [InlineData(null, 403, "network")]
    [InlineData("SomethingNew", 403, "access_denied")]
    [InlineData("ValidationException", 400, "validation")]
    [InlineData("SomethingNew", 400, "validation")]
    [InlineData(null, 400, "network")]
    [InlineData(null, 405, "network")]
    [InlineData("ResourceNotFoundException", 404, "not_found")]
    [InlineData(null, 404, "network")]
    [InlineData("RequestTimeoutException", 400, "timeout")]
    [InlineData(null, 408, "timeout")]
    [InlineData("InternalServerException", 500, "internal")]
    [InlineData(null, 500, "network")]
    [InlineData(null, 502, "network")]
    [InlineData(null, 503, "network")]
    [InlineData("SomethingNew", 599, "internal")]
    [InlineData(null, 302, "network")]
    public void An_answer_is_classified_by_its_code_and_else_by_its_status(string? code, int status, string outcome) =>
        Assert.Equal(outcome, FailureClassifier.Classify(Answer(code, status)).Label());

    public static TheoryData<Exception, string> Failures => new()
    {
        { new ThrottlingException("slow") { ErrorCode = "ThrottlingException" }, "throttled" },
        { new TimeoutException(), "timeout" },
        { new OperationCanceledException(), "timeout" },
        { new TaskCanceledException("t", new TimeoutException()), "timeout" },
        { new PollTimedOutException(TimeSpan.FromSeconds(50), 5, 200, 0, 0), "timeout" },
        { new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)), "network" },
        { new HttpIOException(HttpRequestError.ResponseEnded), "network" },
        { new IOException("broken pipe"), "network" },
        { new SocketException((int)SocketError.HostNotFound), "network" },
        { new AmazonServiceException("wrapped", new HttpRequestException("refused")), "network" },
        { new AggregateException(new HttpRequestException("refused")), "network" },
        { new AmazonUnmarshallingException("r", "", new JsonException(), HttpStatusCode.OK), "malformed" },
        { new AmazonUnmarshallingException("r", "", "<html>", new JsonException(), HttpStatusCode.OK), "network" },
        { new AmazonUnmarshallingException("r", "", new JsonException(), HttpStatusCode.BadGateway), "network" },
        { new AmazonUnmarshallingException("r", "", new HttpIOException(HttpRequestError.ResponseEnded), HttpStatusCode.OK), "network" },
        { new MalformedResponseException("a job has no id"), "malformed" },
        { new JsonException("no"), "malformed" },
        { new AmazonClientException("Failed to resolve AWS credentials."), "credentials" },
        { new AmazonClientException("Error calling AssumeRole", Answer("AccessDenied", 403)), "access_denied" },
        { new AmazonClientException("Error calling AssumeRole", new HttpRequestException("refused")), "network" },
        { new CredentialsException("none", null, new AmazonClientException("none")), "credentials" },
        { new CredentialsException("none", null, new InvalidOperationException("needs MFA")), "credentials" },
        { new CredentialsException("none", null, Answer("ValidationError", 400)), "access_denied" },
        { new CredentialsException("none", null, Answer("NoSuchEntity", 404)), "access_denied" },
        { new CredentialsException("none", null, Answer("ExpiredToken", 403)), "expired_credentials" },
        { new CredentialsException("none", null, new TimeoutException()), "timeout" },
        { new CredentialsException("none", null, Answer(null, 503)), "network" },
        { new InvalidOperationException("a mistake of ours"), "malformed" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Every_face_of_a_failure_has_one_name(Exception failure, string outcome) => Assert.Equal(outcome, FailureClassifier.Classify(failure).Label());

    [Fact]
    public void What_passes_by_itself_is_tried_again_and_nothing_else() =>
        Assert.Equal(
            [CallOutcome.Throttled, CallOutcome.Internal, CallOutcome.Timeout, CallOutcome.Network],
            Enum.GetValues<CallOutcome>().Where(FailureClassifier.IsRetryable));

    [Fact]
    public void A_response_of_a_proxy_and_a_refused_certificate_are_not_tried_again()
    {
        Assert.False(FailureClassifier.IsRetryable(Answer(null, 404)));
        Assert.True(FailureClassifier.IsRetryable(Answer(null, 503)));
        Assert.False(FailureClassifier.IsRetryable(new CredentialsException("role", null, Answer(null, 404))));
        Assert.False(FailureClassifier.IsRetryable(new AmazonServiceException("x", new HttpRequestException(HttpRequestError.ProxyTunnelError))));
        Assert.False(FailureClassifier.IsRetryable(new HttpRequestException("x", new AuthenticationException("UntrustedRoot"))));
        Assert.True(FailureClassifier.IsRetryable(new HttpRequestException("refused")));
    }

    private static AmazonServiceException Answer(string? code, int status) =>
        new("no", null, ErrorType.Unknown, code, "request-1", (HttpStatusCode)status);
}
