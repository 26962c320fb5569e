using DxJobs.Core.Feeds;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

public sealed class DataSetOptionsTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void The_first_matching_interval_wins_and_grace_is_a_quarter_by_default()
    {
        var feeds = Load(
            """
            data_sets:
              expected:
                - {data_set: "Daily prices*", type: EXPORT_REVISIONS_TO_S3, every: 1d, grace: 2h}
                - {data_set: "Daily*", every: 2d}
                - {data_set: 0123456789abcdef0123456789abcdef, every: 1h, grace: 0s}
            """).DataSets.Feeds;

        Assert.Equal(TimeSpan.FromHours(26), feeds.Configured("x", "Daily prices EU", "EXPORT_REVISIONS_TO_S3")?.Value);
        Assert.Equal(TimeSpan.FromHours(60), feeds.Configured("x", "Daily prices EU", "EXPORT_ASSETS_TO_S3")?.Value);
        Assert.Equal(new ExpectedInterval(TimeSpan.FromHours(1), IntervalSource.Configured), feeds.Configured(Id, null, "EXPORT_ASSETS_TO_S3"));
        Assert.Null(feeds.Configured("x", "Weekly prices", "EXPORT_ASSETS_TO_S3"));
    }

    [Fact]
    public void Data_sets_are_excluded_by_id_or_name()
    {
        var feeds = Load($"data_sets:\n  exclude: ['Test *', {Id}]").DataSets.Feeds;

        Assert.True(feeds.Excludes("x", "Test feed"));
        Assert.True(feeds.Excludes(Id, null));
        Assert.False(feeds.Excludes("x", "A Test feed"));
        Assert.False(feeds.Excludes("x", null));
    }

    [Fact]
    public void Names_are_needed_only_for_patterns_that_can_match_names()
    {
        Assert.False(Load($"data_sets:\n  exclude: [{Id}]").DataSets.Feeds.NeedsNames);
        Assert.True(Load("data_sets:\n  exclude: [Prices]").DataSets.Feeds.NeedsNames);
        Assert.False(new FeedSettings().NeedsNames);
    }

    private static ExporterOptions Load(string yaml)
    {
        var reading = ConfigurationLoader.Load(yaml, new ConfigurationSources("f", new Dictionary<string, string>(), "host"));
        Assert.Empty(reading.Problems);
        return reading.Options!;
    }
}
