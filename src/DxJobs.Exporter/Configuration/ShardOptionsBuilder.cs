using System.Globalization;
using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Configuration;

/// <summary>Makes the shard: its index is configured, or the trailing number of the host name, as a StatefulSet numbers its pods.</summary>
internal static partial class ShardOptionsBuilder
{
    /// <summary>Makes it; problems go to the reader.</summary>
    public static ShardOptions Build(SettingReader read, string hostName)
    {
        var count = read.Integer("shard.count") ?? 1;
        var index = read.Has("shard.index") ? read.Integer("shard.index") ?? 0 : count > 1 ? OfHost(read, hostName) : 0;
        if (index >= count)
        {
            read.Problem(
                read.Has("shard.index") ? "shard.index" : "shard.count",
                read.Has("shard.index") ? $"{index} is not below shard.count, {count}" : $"the host name '{hostName}' makes the index {index}, which is not below {count}");
        }

        return new ShardOptions { Index = index, Count = count };
    }

    private static int OfHost(SettingReader read, string hostName)
    {
        if (Ordinal().Match(hostName) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var ordinal))
        {
            return ordinal;
        }

        read.Problem("shard.count", $"shard.index is missing, and the host name '{hostName}' does not end in a number to take its place");
        return 0;
    }

    [GeneratedRegex("(?:^|-)([0-9]{1,9})$")]
    private static partial Regex Ordinal();
}
