using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Exporter.Web.Page;
using DxJobs.Exporter.Web.Status;
using DxJobs.Testing.Web;

namespace DxJobs.Exporter.Tests.Web.Status;

public sealed class DisplayFormatTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(185, "3 min 5 s")]
    [InlineData(7440, "2 h 4 min")]
    [InlineData(86400, "1 d")]
    [InlineData(1047600, "12 d 3 h")]
    public void Says_lengths_of_time_in_two_units(double seconds, string words) => Assert.Equal(words, DisplayFormat.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.0854, "85 ms")]
    [InlineData(1.24, "1.2 s")]
    [InlineData(75, "1 min 15 s")]
    public void Says_durations_finely(double seconds, string words) => Assert.Equal(words, DisplayFormat.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 9, "0\u00a0%")]
    [InlineData(1, 250, "0.4\u00a0%")]
    [InlineData(1, 3, "33\u00a0%")]
    public void Says_shares(long part, long whole, string words) => Assert.Equal(words, DisplayFormat.Share(part, whole));

    [Theory]
    [InlineData("check the network", "Check the network.")]
    [InlineData("AWS said: no! ", "AWS said: no!")]
    [InlineData("", "")]
    public void Makes_sentences(string text, string sentence) => Assert.Equal(sentence, DisplayFormat.Sentence(text));

    [Fact]
    public void A_moment_in_the_future_is_just_now() => Assert.Equal("just now", DisplayFormat.Ago(SampleBoard.Now.AddSeconds(3), SampleBoard.Now));

    [Fact]
    public void Has_words_of_its_own_for_every_outcome() =>
        Assert.Equal(Enum.GetValues<CallOutcome>().Length, Enum.GetValues<CallOutcome>().Select(DisplayFormat.Outcome).Distinct().Count());

    [Theory]
    [InlineData("ERROR", 0, 0, "none")]
    [InlineData("ERROR", 10, 10000, "bad-1")]
    [InlineData("ERROR", 10, 12, "bad-5")]
    [InlineData("TIMED_OUT", 3, 30, "bad-3")]
    [InlineData("WAITING", 3, 30, "open-1")]
    [InlineData("IN_PROGRESS", 5000, 0, "open-4")]
    [InlineData("COMPLETED", 5000, 5000, "done")]
    [InlineData("PAUSED", 5, 5, "other")]
    public void Heat_deepens_with_the_share_of_failures(string state, long jobs, long judged, string heat) =>
        Assert.Equal(heat, CellStyle.Class(new StateAndType(state, "T"), jobs, judged));
}
