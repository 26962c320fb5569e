using System.Text;
using Amazon.DataExchange.Internal;
using Amazon.DataExchange.Model;
using Amazon.Runtime;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Answers with status 200 that cannot be read.</summary>
public sealed class MalformedTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"Jobs":[{"Id":"a","Details":{"ExportAssetToSignedUrl":{"SignedUrl":"https://SECRET-CANARY""")]
    [InlineData("""{"Jobs":[{"Id":"a","Details":{"ExportAssetToSignedUrl":{"SignedUrl":"https://SECRET-CANARY"}}}]""")]
    [InlineData("""{"Jobs":[]} {}""")]
    [InlineData("""{"Jobs":{"Id":"a"}}""")]
    [InlineData("""{"Jobs":"SECRET-CANARY"}""")]
    [InlineData("""{"Jobs":[],"NextToken":7}""")]
    [InlineData("""{"Jobs":[],"NextToken":["SECRET-CANARY"]}""")]
    [InlineData("""{"Jobs":[],"NextToken":"\ud800"}""")]
    [InlineData("""{"Jobs":[{"State":"ERROR","Details":{"ImportAssetsFromS3":{"AssetSources":[{"Key":"SECRET-CANARY}]}}}]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>SECRET-CANARY</html>")]
    public async Task Surface_as_unmarshalling_exceptions_that_show_nothing_of_the_body(string body)
    {
        await using var server = await FakeDataExchange.AnsweringAsync(body);
        using var client = server.Client();

        var e = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListAsync());

        Assert.Equal(FakeDataExchange.RequestId, e.RequestId);
        Assert.DoesNotContain("SECRET-CANARY", e.ToString() + e.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"DataSets":{},"Revisions":7}""")]
    [InlineData("""{"DataSets":[],"Revisions":[],"NextToken":{}}""")]
    [InlineData("""{"DataSets":[{"Name":"SECRET-CANARY"}],"Revisions":[{"Comment":"SECRET-CANARY"}]""")]
    [InlineData("<html>SECRET-CANARY</html>")]
    public async Task Likewise_for_data_sets_and_revisions(string body)
    {
        await using var server = await FakeDataExchange.AnsweringAsync(body);
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        var sets = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListDataSetsAsync(new ListDataSetsRequest(), cancel));
        var revisions = await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.ListDataSetRevisionsAsync(new ListDataSetRevisionsRequest { DataSetId = "s" }, cancel));

        Assert.DoesNotContain("SECRET-CANARY", $"{sets}{sets.ResponseBody}{revisions}{revisions.ResponseBody}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_bytes_that_are_not_text()
    {
        await using var server = await FakeDataExchange.StartAsync(async (_, context) =>
            await context.Response.Body.WriteAsync((byte[])[.. "{\"Jobs\":[{\"Id\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}]}"u8]));
        using var client = server.Client();

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListAsync());
    }

    [Fact]
    public async Task An_endless_answer_is_given_up_at_the_limit()
    {
        var chunk = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
        await using var server = await FakeDataExchange.StartAsync(async (server, context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });
        using var client = server.Client();

        var e = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListAsync());

        Assert.Contains($"{BodyReader.MaxBytes}", e.InnerException!.Message, StringComparison.Ordinal);
    }
}
