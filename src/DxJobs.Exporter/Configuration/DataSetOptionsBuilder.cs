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
                Exclude = List(read, "data_sets.exclude", path => read.Text(path) is { } text ? new DataSetPattern(text) : null),
                Expected = List(read, "data_sets.expected", path => Expected(read, path)),
            },
        };
    }

    private static IReadOnlyList<T> List<T>(SettingReader read, string path, Func<string, T?> build)
        where T : class =>
        read.PlacesOf(path) is { Count: > 0 } indexes ? [.. indexes.Select(index => build($"{path}.{index}")).OfType<T>()] : [];

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
