using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>Builds the options under <c>data_sets</c>.</summary>
internal static class DataSetOptionsBuilder
{
    private static readonly string[] RequiredOfExpected = ["data_set", "every"];

    /// <summary>Builds them; problems go to the reader.</summary>
    public static DataSetOptions Build(SettingReader read)
    {
        var defaults = new DataSetOptions();
        return new DataSetOptions
        {
            Enabled = read.Flag("data_sets.enabled") ?? defaults.Enabled,
            Revisions = read.Flag("data_sets.revisions") ?? defaults.Revisions,
            Feeds = new FeedSettings
            {
                Limit = read.Integer("data_sets.limit") ?? defaults.Feeds.Limit,
                Exclude = [.. read.PlacesOf("data_sets.exclude").Select(index => read.Text($"data_sets.exclude.{index}"))
                    .OfType<string>().Select(text => new DataSetPattern(text))],
                Expected = [.. read.PlacesOf("data_sets.expected").Select(index => Expected(read, $"data_sets.expected.{index}")).OfType<ConfiguredFeed>()],
            },
        };
    }

    private static ConfiguredFeed? Expected(SettingReader read, string path)
    {
        foreach (var required in RequiredOfExpected.Where(key => !read.Has($"{path}.{key}")))
        {
            read.Problem($"{path}.{required}", "is missing");
        }

        var type = read.Text($"{path}.type");
        if (type is not null && !DocumentedValues.Types.Contains(type)
            && SpellingSuggestion.Suggest(type, DocumentedValues.Types) is { Length: > 0 } suggestion)
        {
            read.Problem($"{path}.type", $"unknown job type '{type}'{suggestion}");
        }

        var grace = read.Duration($"{path}.grace");
        return read.Text($"{path}.data_set") is { } dataSet && read.Duration($"{path}.every") is { } every
            ? new ConfiguredFeed(new DataSetPattern(dataSet), type, every, grace ?? every / 4)
            : null;
    }
}
