using System.Collections;
using System.Reflection;
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
    public async Task No_object_that_comes_of_an_answer_holds_one(string seed)
    {
        var body = Encoding.UTF8.GetString(Pages.Seed(seed));
        Assert.Contains(Canary, body, StringComparison.Ordinal);
        await using var server = await FakeDataExchange.AnsweringAsync(body);
        using var client = server.Client();

        var page = await client.ListAsync();

        var strings = StringsIn(page, new HashSet<object>(ReferenceEqualityComparer.Instance)).ToList();
        Assert.Contains("set-2", strings);
        Assert.DoesNotContain(strings, s => s.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_has_a_place_for_one()
    {
        var members = typeof(IAmazonDataExchange).Assembly.GetTypes().Where(t => t.Namespace == "Amazon.DataExchange.Model").SelectMany(t => t.GetProperties());
        Assert.DoesNotContain(members, p => p.Name is "SignedUrl" or "ApiKey" or "ApiSpecificationUploadUrl");
    }

    [Fact]
    public void Passing_over_one_costs_no_memory()
    {
        var json = Encoding.UTF8.GetBytes($$$$"""{"Jobs":[{"Details":{"ExportAssetToSignedUrl":{"SignedUrl":"{{{{new string('x', 1 << 20)}}}}","DataSetId":"s"}}}]}""");
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

    /// <summary>Every string that can be reached from an object, private fields included.</summary>
    private static List<string> StringsIn(object? from, HashSet<object> seen)
    {
        if (from is string text)
        {
            return [text];
        }

        if (from is null || from.GetType().IsPrimitive || from is MemberInfo || !seen.Add(from))
        {
            return [];
        }

        if (from is byte[] bytes)
        {
            return [Encoding.UTF8.GetString(bytes)];
        }

        var elements = from is IEnumerable many ? many.Cast<object?>() : [];
        var fields = Ancestry(from.GetType()).SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.FieldType.IsPointer).Select(f => f.GetValue(from));
        return elements.Concat(fields).SelectMany(o => StringsIn(o, seen)).ToList();
    }

    private static IEnumerable<System.Type> Ancestry(System.Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
