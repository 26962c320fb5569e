using CsCheck;
using DxJobs.Core.Utilities;

namespace DxJobs.Core.Tests.Utilities;

public class PrometheusDurationTests
{
    [Theory]
    [InlineData("30s", 30_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("90d", 7_776_000_000)]
    [InlineData("1w", 604_800_000)]
    [InlineData("1y", 31_536_000_000)]
    [InlineData("250ms", 250)]
    [InlineData("1m1ms", 60_001)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    public void Reads_what_Prometheus_writes(string text, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), PrometheusDuration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("1M")]
    [InlineData("1m1h")]
    [InlineData("1m1m")]
    [InlineData("-1m")]
    [InlineData("+1m")]
    [InlineData(" 1m")]
    [InlineData("1 m")]
    [InlineData("1.5h")]
    [InlineData("١m")]
    [InlineData("99999999999999999999s")]
    [InlineData("9999999y")]
    public void Refuses_the_rest(string text) => Assert.Throws<FormatException>(() => PrometheusDuration.Parse(text));

    [Fact]
    public void What_it_writes_it_reads() => Gen.Long[0, 400L * 24 * 3600 * 1000].Sample(milliseconds =>
    {
        var duration = TimeSpan.FromMilliseconds(milliseconds);
        return PrometheusDuration.Parse(PrometheusDuration.Format(duration)) == duration;
    });

    [Fact]
    public void No_text_makes_it_crash() => Gen.String[Gen.Char["0123456789ywdhms -.٣"], 0, 30].Sample(text => PrometheusDuration.TryParse(text, out _) || true, iter: 20_000);
}
