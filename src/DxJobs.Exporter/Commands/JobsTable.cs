using System.Text;
using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Commands;

/// <summary>The jobs as a table for people: a line for each job, then its cause, its source and destination, and the command that shows it.</summary>
internal static class JobsTable
{
    /// <summary>Renders the table.</summary>
    public static string Render(IReadOnlyList<ShownJob> jobs)
    {
        if (jobs.Count == 0)
        {
            return "No job matches.\n";
        }

        var text = new StringBuilder();
        string[][] rows = [["UPDATED", "STATE", "TYPE", "JOB", "TARGET", "DATA SET"], .. jobs.Select(Row)];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            text.AppendLine(string.Join("  ", rows[i].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (i > 0)
            {
                Details(text, jobs[i - 1]);
            }
        }

        return text.ToString();
    }

    private static string[] Row(ShownJob shown) =>
    [
        $"{shown.Job.UpdatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z",
        Text(shown.Job.State),
        Text(shown.Job.Type),
        Text(shown.Job.Id),
        Text(shown.Target.ToString()),
        Text(shown.Job.DataSetId) + (shown.DataSetName is { } name ? $" ({Text(name)})" : ""),
    ];

    private static void Details(StringBuilder text, ShownJob shown)
    {
        foreach (var error in shown.Job.Errors)
        {
            Line(text, "error", $"{error.Code}: {error.Message}{Limit(error)}");
        }

        var details = shown.Job.Details;
        Line(text, "revision", details?.Revision);
        Line(text, "asset", details?.Asset);
        Line(text, "source", details?.Source);
        Line(text, "destination", details?.Destination);
        Line(text, "kms key", details?.KmsKeyArn);
        Line(text, "event action", details?.EventActionArn);
        Line(text, "command", shown.Command);
    }

    private static string Limit(JobError error) => error.LimitName is { } name
        ? FormattableString.Invariant($" (limit {name}{(error.LimitValue is { } value ? $" = {value}" : "")})")
        : "";

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (DetailText.One(value) is { } shown)
        {
            text.AppendLine($"  {name}: {shown}");
        }
    }

    private static string Text(string? value) => DetailText.One(value) ?? "-";
}
