using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Tests.Failures;

public sealed class FailureDescriptionsTests
{
    private const string Token = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";

    [Fact]
    public void Access_denied_says_who_may_not_do_what_and_what_to_check()
    {
        var (error, hint) = FailureDescriptions.Describe(Answer(
            "AccessDeniedException", 403, "User: arn:aws:sts::123456789012:assumed-role/r/s is not authorized to perform: dataexchange:ListJobs"));

        Assert.Equal(
            "AWS denied access (AccessDeniedException): User: arn:aws:sts::123456789012:assumed-role/r/s is not authorized to perform: dataexchange:ListJobs", error);
        Assert.Contains("dataexchange:ListJobs", hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidSignatureException")]
    [InlineData("SignatureDoesNotMatch")]
    [InlineData("RequestTimeTooSkewed")]
    public void Of_a_refused_signature_nothing_is_quoted(string code)
    {
        var (error, hint) = FailureDescriptions.Describe(Answer(code, 403, "The Canonical String should have been 'GET /v1/jobs nextToken=short x-amz-security-token:abc'"));

        Assert.Equal($"AWS refused the signature ({code})", error);
        Assert.Contains("clock", hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slow down; NextToken=abc/123+= again", "slow down; NextToken=… again")]
    [InlineData("{'nextToken': 'abc123', 'maxResults': 5}", "{'nextToken': '…', 'maxResults': 5}")]
    [InlineData("GET /v1/jobs?maxResults=5&nextToken=abc123&x=1", "GET /v1/jobs?maxResults=5&nextToken=…&x=1")]
    public void A_page_token_that_AWS_quotes_is_left_out_however_short_it_is(string message, string said) => Assert.Equal(
        $"AWS throttles the calls (ThrottlingException): {said}", FailureDescriptions.Describe(Answer("ThrottlingException", 429, message)).Error);

    [Fact]
    public void A_refused_page_token_is_not_quoted_however_short_it_is()
    {
        var (error, _) = FailureDescriptions.Describe(Answer("ValidationException", 400, "1 validation error detected: Value 'abc123' at 'nextToken' is no NextToken"));

        Assert.DoesNotContain("abc123", error, StringComparison.Ordinal);
        Assert.StartsWith("AWS refused the request (ValidationException)", error, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> WithSecrets => new()
    {
        Answer("ValidationException", 400, $"bad value {Token}"),
        Answer("SomethingNew", 500, $"see https://bucket.s3.amazonaws.com/key?X-Amz-Signature={Token}&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE"),
        Answer("AccessDenied", 403, "key AKIAIOSFODNN7EXAMPLE may not"),
        new AmazonUnmarshallingException("r", "", $"{{\"SignedUrl\":\"https://x/?sig={Token}\"}}", new JsonException(Token), HttpStatusCode.OK),
        new HttpRequestException($"cannot reach https://host/v1/jobs?nextToken={Token}"),
    };

    [Theory]
    [MemberData(nameof(WithSecrets), DisableDiscoveryEnumeration = true)]
    public void No_secret_of_AWS_is_said(Exception failure)
    {
        var (error, hint) = FailureDescriptions.Describe(failure);

        Assert.DoesNotContain(Token, error + hint, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIAIOSFODNN7EXAMPLE", error + hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_of_several_lines_is_one_line_of_a_sentence()
    {
        var (error, _) = FailureDescriptions.Describe(Answer("ValidationException", 400, string.Join("\r\n", Enumerable.Repeat("a wrong value", 100))));

        Assert.DoesNotContain('\n', error);
        Assert.True(error.Length < 400);
        Assert.EndsWith("…", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_poll_that_ran_out_of_time_says_how_much_it_could_have_read()
    {
        var (error, hint) = FailureDescriptions.Describe(new PollTimedOutException(TimeSpan.FromSeconds(50), 5, 200, pages: 7, requests: 9));

        Assert.Contains("7 pages and 9 requests", error, StringComparison.Ordinal);
        Assert.Contains("50000 jobs", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_say_it_in_their_own_words()
    {
        var failure = new CredentialsException("profile 'p' of target 't' gives no credentials: none", "see there", new AmazonClientException("x"));

        Assert.Equal((failure.Message, "see there"), FailureDescriptions.Describe(failure));
    }

    [Fact]
    public void Every_outcome_has_a_sentence()
    {
        Exception[] failures =
        [
            Answer("ThrottlingException", 429, "Rate exceeded"), Answer("ResourceNotFoundException", 404, "no such data set"), Answer(null, 503, "unavailable"),
            new TimeoutException("secret detail"), new HttpRequestException("Connection refused (host:443)"), new MalformedResponseException("a job has no id"),
        ];

        Assert.Equal(
            [
                "AWS throttles the calls (ThrottlingException): Rate exceeded",
                "AWS doesn't know what was asked for (ResourceNotFoundException): no such data set",
                "the response is not from AWS (status 503, not in AWS's form)",
                "AWS did not answer in time",
                "AWS can't be reached: Connection refused (host:443)",
                "AWS's answer makes no sense: a job has no id",
            ],
            failures.Select(failure => FailureDescriptions.Describe(failure).Error));
    }

    private static AmazonServiceException Answer(string? code, int status, string message) =>
        new(message, null, ErrorType.Unknown, code, "request-1", (HttpStatusCode)status);
}
