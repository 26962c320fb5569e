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
}
