using System.Globalization;
using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Tests.Architecture;

/// <summary>The table of layers in docs/architecture.md: the level of each folder.</summary>
internal static partial class LayerTable
{
    public static IReadOnlyDictionary<string, int> Read(string page) => page.Split('\n')
        .Select(line => Row().Match(line))
        .Where(row => row.Success)
        .SelectMany(row => Link().Matches(row.Groups["folders"].Value).Select(link => (Folder: link.Groups[1].Value, Level: row.Groups["level"].Value)))
        .ToDictionary(f => f.Folder, f => int.Parse(f.Level, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\| (?<level>\d+) \| (?:Core|Exporter) \| (?<folders>[^|]*) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(\.\./src/([^)]*)\)")]
    private static partial Regex Link();
}
