using System.Text;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using DxJobs.DataExchange.Tests.Wire;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Signed URLs and keys are never held: there is no place for them, and they are passed over as bytes.</summary>
public sealed class SecretTests
{
    private const string Canary = "SECRET-CANARY";

    [Theory]
    [InlineData("secrets.json")]
    [InlineData("page.json")]
    [InlineData("details.json")]
    public async Task No_object_that_comes_of_an_answer_holds_one(string seed)
    {
        var body = Encoding.UTF8.GetString(Pages.Seed(seed));
        Assert.Contains(Canary, body, StringComparison.Ordinal);
        await using var server = await FakeDataExchange.AnsweringAsync(body);
        using var client = server.Client();

        var page = await client.ListAsync();

        var strings = ObjectGraph.StringsIn(page);
        Assert.Contains("set-2", strings);
        Assert.DoesNotContain(strings, s => s.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_has_a_place_for_one()
    {
        var members = typeof(IAmazonDataExchange).Assembly.GetTypes().Where(t => t.Namespace == "Amazon.DataExchange.Model").SelectMany(t => t.GetProperties());
        Assert.DoesNotContain(members, p => p.Name is "SignedUrl" or "ApiKey" or "ApiSpecificationUploadUrl");
    }

    [Theory]
    [InlineData("COMPLETED")]
    [InlineData("ERROR")]
    public void Skipping_one_allocates_nothing(string state)
    {
        var json = Encoding.UTF8.GetBytes($$$$"""{"Jobs":[{"State":"{{{{state}}}}","Details":{"ExportAssetToSignedUrl":{"SignedUrl":"{{{{new string('x', 1 << 20)}}}}","DataSetId":"s"}}}]}""");
        Decode();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decode();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2_000);

        void Decode()
        {
            var page = Amazon.DataExchange.Internal.Json.JsonBytes.Decode(json, 64, Amazon.DataExchange.Internal.Json.ListJobsReader.Read);
            Assert.Equal("s", page.Jobs![0].Details!.ExportAssetToSignedUrl!.DataSetId);
        }
    }
}
