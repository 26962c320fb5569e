using System.Globalization;
using System.Text;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Commands;

/// <summary>What one poll of every target found, as a table for people: a line a target, then State by Type where there are jobs.</summary>
internal static class OnceTable
{
    /// <summary>Renders it.</summary>
    public static string Render(IReadOnlyList<TargetStatus> statuses)
    {
        var text = new StringBuilder();
        Table(text, texts: 4, ["TARGET", "ACCOUNT", "REGION", "POLL", "PAGES", "JOBS", .. DocumentedValues.States], statuses.Select(Row));
        var types = statuses.SelectMany(s => s.Snapshot?.Jobs.Where(j => j.Value > 0).Select(j => j.Key.Type) ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        if (types.Count > 0)
        {
            text.AppendLine();
            Table(text, texts: 1, ["TYPE", .. DocumentedValues.States], types.Select(type => (string[])[type, .. DocumentedValues.States.Select(state => Number(statuses, j => j.State == state && j.Type == type))]));
        }

        return text.ToString();
    }

    private static string[] Row(TargetStatus status) =>
    [
        status.Target.Name,
        status.AccountId ?? "-",
        status.Target.Region,
        status.LastPoll?.Outcome.Label() ?? "-",
        $"{status.LastPoll?.Pages ?? 0}",
        status.Snapshot is null ? "-" : $"{status.Snapshot.JobsTracked}",
        .. DocumentedValues.States.Select(state => status.Snapshot is null ? "-" : Number([status], j => j.State == state)),
    ];

    private static string Number(IEnumerable<TargetStatus> statuses, Func<StateAndType, bool> counted) =>
        statuses.Sum(s => s.Snapshot?.Jobs.Where(j => counted(j.Key)).Sum(j => j.Value) ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>Texts to the left, numbers to the right; what AWS wrote can't move the cursor.</summary>
    private static void Table(StringBuilder text, int texts, string[] header, IEnumerable<string[]> body)
    {
        var rows = body.Select(row => Array.ConvertAll(row, Plain)).Prepend(header).ToList();
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column < texts ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Plain(string cell) => cell.Length == 0 ? "-" : ControlCharacters.Replace(cell);
}
