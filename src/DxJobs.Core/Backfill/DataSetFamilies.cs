using DxJobs.Core.Feeds;

namespace DxJobs.Core.Backfill;

/// <summary>Metric families by data set and type.</summary>
internal static class DataSetFamilies
{
    public static readonly IReadOnlyList<BackfillFamily> All =
    [
        new(
            "aws_dataexchange_data_set_last_completed_timestamp_seconds",
            "gauge",
            "Unix timestamp of the data set's most recent completed job; absent if there is none.",
            (target, timeline, values) => Times(
                target, job => job.IsCompleted, "aws_dataexchange_data_set_last_completed_timestamp_seconds", timeline, values)),
        new(
            "aws_dataexchange_data_set_last_failed_timestamp_seconds",
            "gauge",
            "Unix timestamp of the data set's most recent failed job; absent if there is none.",
            (target, timeline, values) => Times(
                target, job => job.IsFailure, "aws_dataexchange_data_set_last_failed_timestamp_seconds", timeline, values)),
        new(
            "aws_dataexchange_data_set_consecutive_failures",
            "gauge",
            "Jobs of the data set that failed or timed out since the last completed one.",
            (target, timeline, values) => JobFamilies.ConsecutiveFailures(
                Selected(target), job => (job.DataSet, job.Type), timeline, values,
                key => Series(target, "aws_dataexchange_data_set_consecutive_failures", key))),
        new(
            "aws_dataexchange_data_set_expected_interval_seconds",
            "gauge",
            "Time after the last completed job at which the feed is late; absent if unknown.",
            ExpectedIntervals),
    ];

    private static IEnumerable<BackfillSeries> Times(
        BackfillTarget target, Func<BackfillJob, bool> filter, string name, BackfillTimeline timeline, double[] values)
    {
        foreach (var group in Selected(target).Where(filter).GroupBy(job => (job.DataSet, job.Type)))
        {
            JobFamilies.FillTimes(group.Select(job => job.UpdatedAt), timeline, values);
            yield return Series(target, name, group.Key);
        }
    }

    private static IEnumerable<BackfillSeries> ExpectedIntervals(
        BackfillTarget target, BackfillTimeline timeline, double[] values)
    {
        foreach (var group in Selected(target).Where(job => job.IsCompleted).GroupBy(job => (job.DataSet, job.Type)))
        {
            var completions = group.Select(job => job.UpdatedAt).ToArray();
            var configured = target.DataSets!.Configured(
                target.History.NameOf(group.Key.DataSet), target.History.NameOf(group.Key.Type));
            var changes = Changes(completions, configured, timeline);
            foreach (var source in Enum.GetValues<IntervalSource>())
            {
                if (changes.Any(change => change.Interval?.Source == source))
                {
                    Fill(changes, source, values);
                    var series = Series(target, "aws_dataexchange_data_set_expected_interval_seconds", group.Key);
                    yield return series with { Labels = [.. series.Labels, ("source", LabelOf(source))] };
                }
            }
        }
    }

    /// <summary>The interval from each sample on that first includes a completion, held until the next one.</summary>
    private static List<(int Index, ExpectedInterval? Interval)> Changes(
        long[] completions, ExpectedInterval? configured, BackfillTimeline timeline)
    {
        var changes = new List<(int, ExpectedInterval?)>();
        for (var i = 0; i < completions.Length; i++)
        {
            var index = timeline.IndexAtOrAfter(completions[i]);
            if (index < timeline.Count && (i + 1 == completions.Length || timeline.IndexAtOrAfter(completions[i + 1]) > index))
            {
                changes.Add((index, configured ?? IntervalEstimator.Estimate(completions.AsSpan(0, i + 1))));
            }
        }

        return changes;
    }

    private static void Fill(List<(int Index, ExpectedInterval? Interval)> changes, IntervalSource source, double[] values)
    {
        var (index, current) = (0, double.NaN);
        foreach (var (at, interval) in changes)
        {
            values.AsSpan(index, at - index).Fill(current);
            index = at;
            current = interval is { } known && known.Source == source ? known.Value.TotalSeconds : double.NaN;
        }

        values.AsSpan(index).Fill(current);
    }

    /// <summary>Jobs of the data sets with series of their own: the most recently active ones that are not excluded.</summary>
    private static IEnumerable<BackfillJob> Selected(BackfillTarget target)
    {
        var byActivity = target.History.Jobs.Where(job => job.DataSet >= 0).Reverse().Select(job => job.DataSet).Distinct();
        var selected = byActivity.Where(dataSet => !JobFamilies.IsExcluded(target, dataSet)).Take(target.DataSets!.Limit)
            .ToHashSet();
        return target.History.Jobs.Where(job => selected.Contains(job.DataSet));
    }

    private static BackfillSeries Series(BackfillTarget target, string name, (int DataSet, ushort Type) key) => new(
        name, ("data_set_id", target.History.NameOf(key.DataSet)), ("type", target.History.NameOf(key.Type)));

    private static string LabelOf(IntervalSource source) => source switch
    {
        IntervalSource.Configured => "configured",
        IntervalSource.Weekly => "weekly",
        _ => "longest_gap",
    };
}
