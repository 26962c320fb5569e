using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Tests.Architecture;

/// <summary>The table of layers in docs/architecture.md: a row names folders, and its level is computed from the measured dependencies.</summary>
internal sealed partial class LayerTable
{
    private readonly string[] _lines;
    private readonly List<(int Line, string[] Folders)> _rows;

    public LayerTable(string page)
    {
        _lines = page.Split('\n');
        _rows = [.. _lines.Index()
            .Where(line => Row().IsMatch(line.Item))
            .Select(line => (line.Index, Link().Matches(Row().Match(line.Item).Groups["folders"].Value).Select(link => link.Groups[1].Value).ToArray()))];
    }

    /// <summary>Every folder of the table, as <c>project/folder</c>.</summary>
    public IEnumerable<string> Folders => _rows.SelectMany(row => row.Folders);

    /// <summary>The page with the levels that follow from dependencies without cycles, and the rows in their order.</summary>
    public string WithLevels(IReadOnlyCollection<(string From, string To)> dependencies)
    {
        var rowOf = _rows.SelectMany(row => row.Folders.Select(folder => (folder, row.Line))).ToDictionary(f => f.folder, f => f.Line);
        var below = dependencies.Select(d => (From: rowOf[d.From], To: rowOf[d.To])).Where(d => d.From != d.To).Distinct().ToLookup(d => d.From, d => d.To);
        var levels = new Dictionary<int, int>();
        int LevelOf(int row) => levels.TryGetValue(row, out var level) ? level : levels[row] = below[row].Select(LevelOf).DefaultIfEmpty(-1).Max() + 1;

        var sorted = _rows.Select(row => (Level: LevelOf(row.Line), Text: _lines[row.Line])).OrderBy(row => row.Level);
        var lines = _lines.ToArray();
        foreach (var (row, (level, text)) in _rows.Zip(sorted))
        {
            lines[row.Line] = Row().Replace(text, match => $"| {level}{match.Groups["rest"].Value}");
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\| \d+(?<rest> \| (?:Core|Exporter) \| (?<folders>[^|]*) \|)")]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(\.\./src/([^)]*)\)")]
    private static partial Regex Link();
}
