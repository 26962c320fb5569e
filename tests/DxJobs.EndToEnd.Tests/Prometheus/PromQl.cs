using System.Text.RegularExpressions;

namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>As much of the query language as is needed to see what a query names. Whether it parses is Prometheus's to say.</summary>
internal static partial class PromQl
{
    private static readonly HashSet<string> Words = ["and", "or", "unless", "on", "ignoring", "by", "without", "group_left", "group_right", "offset", "bool"];

    /// <summary>The metrics that a query names, recorded ones included.</summary>
    public static IEnumerable<string> Metrics(string expression)
    {
        var bare = Range().Replace(Matchers().Replace(LabelLists().Replace(Plain(expression), " "), " "), " ");
        return Names().Matches(bare).Where(m => !m.Groups["call"].Success).Select(m => m.Groups["name"].Value).Where(n => !Words.Contains(n)).Distinct();
    }

    /// <summary>The labels that a query names, in matchers and in lists.</summary>
    public static IEnumerable<string> Labels(string expression)
    {
        var plain = Plain(expression);
        return LabelLists().Matches(plain).SelectMany(m => m.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Concat(Matchers().Matches(plain).SelectMany(m => MatcherNames().Matches(m.Value).Select(n => n.Groups["label"].Value))).Distinct();
    }

    private static string Plain(string expression) => Comments().Replace(Strings().Replace(expression, "\"\""), "");

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Strings();

    [GeneratedRegex("#.*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex LabelLists();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"(?<label>[A-Za-z_]\w*)\s*(=~|!~|!=|=)")]
    private static partial Regex MatcherNames();

    [GeneratedRegex(@"\[[^\]]*\]|\boffset\s+\w+")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\w:.])(?<name>[A-Za-z_:][\w:]*)\b(?<call>\s*\()?")]
    private static partial Regex Names();
}
