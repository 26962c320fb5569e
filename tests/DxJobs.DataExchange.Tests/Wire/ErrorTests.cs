using System.Net;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Which exception comes of which answer.</summary>
public sealed class ErrorTests
{
    public static TheoryData<int, string, System.Type> Documented => new()
    {
        { 400, "ValidationException", typeof(ValidationException) },
        { 403, "AccessDeniedException", typeof(AccessDeniedException) },
        { 404, "ResourceNotFoundException", typeof(ResourceNotFoundException) },
        { 429, "ThrottlingException", typeof(ThrottlingException) },
        { 500, "InternalServerException", typeof(InternalServerException) },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task The_error_header_says_the_type(int status, string name, System.Type type)
    {
        var e = await FailAsync(status, """{"Message":"no good"}""", ("x-amzn-ErrorType", name));
        AssertError(e, type, status, name);
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task The_error_header_may_carry_an_address(int status, string name, System.Type type)
    {
        var e = await FailAsync(status, """{"message":"no good"}""", ("x-amzn-ErrorType", name + ":http://internal.amazon.com/coral/com.amazonaws.dataexchange/"));
        AssertError(e, type, status, name);
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task The_body_says_the_type_where_no_header_does(int status, string name, System.Type type)
    {
        AssertError(await FailAsync(status, $$"""{"__type":"com.amazonaws.dataexchange#{{name}}","Message":"no good"}"""), type, status, name);
        AssertError(await FailAsync(status, $$"""{"code":"{{name}}","message":"no good"}"""), type, status, name);
    }

    [Fact]
    public async Task Errors_carry_what_they_are_about()
    {
        var notFound = Assert.IsType<ResourceNotFoundException>(await FailAsync(
            404, """{"Message":"no good","ResourceId":"abc","ResourceType":"JOB"}""", ("x-amzn-ErrorType", "ResourceNotFoundException")));
        Assert.Equal(("abc", ResourceType.JOB), (notFound.ResourceId, notFound.ResourceType));

        var invalid = Assert.IsType<ValidationException>(await FailAsync(
            400, """{"Message":"no good","ExceptionCause":"S3AccessDenied"}""", ("x-amzn-ErrorType", "ValidationException")));
        Assert.Equal(ExceptionCause.S3AccessDenied, invalid.ExceptionCause);
    }

    [Fact]
    public async Task An_undocumented_error_keeps_its_code()
    {
        var e = Assert.IsType<AmazonDataExchangeException>(await FailAsync(403, """{"message":"no good"}""", ("x-amzn-ErrorType", "ExpiredTokenException")));
        Assert.Equal("ExpiredTokenException", e.ErrorCode);
        Assert.Equal(HttpStatusCode.Forbidden, e.StatusCode);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway SECRET-CANARY</body></html>")]
    [InlineData("{\"trunca")]
    [InlineData("[1,2]")]
    [InlineData("{\"message\":7}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_of_something_on_the_way_is_an_error_without_a_code(string body)
    {
        var e = Assert.IsType<AmazonDataExchangeException>(await FailAsync(502, body));

        Assert.Equal(HttpStatusCode.BadGateway, e.StatusCode);
        Assert.Null(e.ErrorCode);
        Assert.Contains("502", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-CANARY", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_message_does_not_show_its_body()
    {
        var e = await FailAsync(500, """{"Details":{"SignedUrl":"SECRET-CANARY"}}""", ("x-amzn-ErrorType", "InternalServerException"));
        Assert.IsType<InternalServerException>(e);
        Assert.DoesNotContain("SECRET-CANARY", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task<AmazonServiceException> FailAsync(int status, string body, params (string, string)[] headers)
    {
        await using var server = await FakeDataExchange.AnsweringAsync(body, status, headers: headers);
        using var client = server.Client();
        var e = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListAsync());
        Assert.Single(server.Requests);
        Assert.Equal(FakeDataExchange.RequestId, e.RequestId);
        return e;
    }

    private static void AssertError(AmazonServiceException e, System.Type type, int status, string code)
    {
        Assert.IsType(type, e);
        Assert.IsAssignableFrom<AmazonDataExchangeException>(e);
        Assert.Equal((HttpStatusCode)status, e.StatusCode);
        Assert.Equal(code, e.ErrorCode);
        Assert.Equal("no good", e.Message);
    }
}
