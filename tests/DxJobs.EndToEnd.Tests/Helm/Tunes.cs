using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Alerts;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The numbers of an alert that a user may tune.</summary>
internal static partial class Tunes
{
    /// <summary>Their names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(AlertRule alert) =>
        [.. Number().Matches(alert.Expression).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))];

    [GeneratedRegex(@"(?<value>\S+) # tune: (?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Number();
}
