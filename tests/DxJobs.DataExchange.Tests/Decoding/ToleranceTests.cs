using Amazon.DataExchange;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>What AWS may send some day, and what the format allows.</summary>
public sealed class ToleranceTests
{
    [Fact]
    public void Unknown_fields_are_passed_over_and_unknown_values_kept()
    {
        var page = Pages.Decode(Pages.Seed("strange.json"));

        Assert.Null(page.NextToken);
        Assert.Equal(3, page.Jobs!.Count);
        var job = page.Jobs[2];
        Assert.Equal(("escaped", "PAUSED", "IMPORT_FROM_MOON"), (job.Id, job.State!.Value, job.Type!.Value));
        Assert.Equal(new State("PAUSED"), job.State);
        Assert.Equal(2, job.Errors!.Count);
        Assert.Equal(("NEW_CODE", "New limit", "PLANET"), (job.Errors[0].Code!.Value, job.Errors[0].LimitName!.Value, job.Errors[0].ResourceType!.Value));
        Assert.Equal(double.NaN, job.Errors[0].LimitValue);
    }

    [Fact]
    public void Nulls_are_nulls()
    {
        var job = Pages.Decode(Pages.Seed("strange.json")).Jobs![1];
        Assert.All(job.GetType().GetProperties(), p => Assert.Null(p.GetValue(job)));
        Assert.Null(Pages.Decode("{}").Jobs);
        Assert.Null(Pages.Decode("""{"Jobs":null}""").Jobs);
        Assert.Null(Pages.DecodeJob("""{"Details":{"ImportAssetsFromS3":null}}""").Details!.ImportAssetsFromS3);
    }

    [Theory]
    [InlineData("\"2026-11-23T10:20:30Z\"", "2026-11-23T10:20:30.0000000Z")]
    [InlineData("\"2026-11-23T10:20:30.1Z\"", "2026-11-23T10:20:30.1000000Z")]
    [InlineData("\"2026-11-23T10:20:30.123456789Z\"", "2026-11-23T10:20:30.1234567Z")]
    [InlineData("\"2026-11-23T12:20:30.5+02:00\"", "2026-11-23T10:20:30.5000000Z")]
    [InlineData("\"2026-11-23T10:20:30+00:00\"", "2026-11-23T10:20:30.0000000Z")]
    [InlineData("1795429230", "2026-11-23T10:20:30.0000000Z")]
    [InlineData("1795429230.5", "2026-11-23T10:20:30.5000000Z")]
    public void Times_come_in_several_forms_and_are_UTC(string json, string expected)
    {
        var time = Pages.DecodeJob($$"""{"CreatedAt":{{json}}}""").CreatedAt!.Value;
        Assert.Equal(expected, time.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10", 10)]
    [InlineData("-1.5e3", -1500)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    public void Limit_values_are_any_number(string json, double expected) =>
        Assert.Equal(expected, Pages.DecodeJob($$"""{"Errors":[{"LimitValue":{{json}}}]}""").Errors![0].LimitValue);

    [Fact]
    public void The_last_of_several_equal_fields_counts() =>
        Assert.Equal("b", Pages.DecodeJob("""{"Id":"a","Id":"b"}""").Id);

    [Theory]
    [InlineData("{\"Id\":7,\"State\":\"ERROR\"}")]
    [InlineData("{\"Id\":{\"Id\":\"x\"},\"State\":\"ERROR\"}")]
    [InlineData("{\"Id\":\"\\ud800\",\"State\":\"ERROR\"}")]
    [InlineData("{\"State\":\"ERROR\",\"Type\":[true],\"Details\":[{}],\"Errors\":{\"Code\":\"x\"},\"Arn\":1}")]
    [InlineData("{\"State\":\"ERROR\",\"CreatedAt\":\"yesterday\",\"UpdatedAt\":1e300}")]
    [InlineData("{\"State\":\"ERROR\",\"CreatedAt\":{},\"UpdatedAt\":[\"2026-11-23T10:20:30Z\"]}")]
    public void A_value_of_the_wrong_kind_is_read_as_absent(string json)
    {
        var job = Pages.DecodeJob(json);

        Assert.Same(State.ERROR, job.State);
        Assert.All(job.GetType().GetProperties().Where(p => p.Name != "State"), p => Assert.Null(p.GetValue(job)));
    }

    [Fact]
    public void A_job_that_cannot_be_read_leaves_the_others_on_its_page_readable()
    {
        var page = Pages.Decode("""{"Jobs":[{"Id":"a"},7,"b",[{"Id":"c"}],{"State":{"Id":"d"}},null,{"Id":"e"}],"NextToken":"n"}""");

        Assert.Equal(["a", null, null, null, null, "e"], page.Jobs!.Select(job => job.Id));
        Assert.Equal("n", page.NextToken);
    }

    [Fact]
    public void Members_of_the_wrong_kind_in_details_are_read_as_absent()
    {
        var details = Pages.DecodeJob("""
            {"State":"ERROR","Details":{"ExportAssetsToS3":{"AssetDestinations":[7,{"Bucket":["b"],"Key":"k"},"x",[]],"DataSetId":"s","Encryption":"none"},
             "ImportAssetsFromS3":7,"CreateS3DataAccessFromS3Bucket":{"AssetSource":{"Keys":["k",1,null,"l"],"KeyPrefixes":"p"}},
             "ImportAssetsFromLakeFormationTagPolicy":{"Table":{"Permissions":["SELECT",{},"DROP"]}}},
             "Errors":[{"Code":"X","Details":{"ImportAssetsFromS3JobErrorDetails":{"Bucket":"b"}},"LimitValue":"many"}]}
            """).Details!;

        Assert.Equal((null, "k"), details.ExportAssetsToS3!.AssetDestinations!.Select(d => (d.Bucket, d.Key)).Single());
        Assert.Equal(("s", null), (details.ExportAssetsToS3.DataSetId, details.ExportAssetsToS3.Encryption));
        Assert.Null(details.ImportAssetsFromS3);
        Assert.Equal(["k", "l"], details.CreateS3DataAccessFromS3Bucket!.AssetSource!.Keys!);
        Assert.Null(details.CreateS3DataAccessFromS3Bucket.AssetSource.KeyPrefixes);
        Assert.Equal(["SELECT", "DROP"], details.ImportAssetsFromLakeFormationTagPolicy!.Table!.Permissions!.Select(p => p.Value));
    }

    [Theory]
    [InlineData("{\"DataSets\":[{\"Id\":\"a\"},{\"Id\":1,\"Name\":\"n\"},{\"Id\":\"c\"}]}")]
    public void Data_sets_are_read_as_tolerantly(string json)
    {
        var sets = Pages.DecodeDataSets(System.Text.Encoding.UTF8.GetBytes(json)).DataSets!;
        Assert.Equal(["a", null, "c"], sets.Select(s => s.Id));
    }
}
