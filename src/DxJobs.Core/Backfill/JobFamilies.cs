namespace DxJobs.Core.Backfill;

/// <summary>Metric families by state and type.</summary>
internal static class JobFamilies
{
    /// <summary>Upper bounds of the duration histogram in seconds.</summary>
    public static readonly double[] DurationBuckets =
        [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200];

    public static readonly IReadOnlyList<BackfillFamily> All =
    [
        new(
            "aws_dataexchange_recently_finished_jobs",
            "gauge",
            "Jobs that finished within the window, by UpdatedAt.",
            RecentlyFinished),
        new(
            "aws_dataexchange_finished_jobs",
            "counter",
            "Jobs observed to finish since the start of the backfill.",
            (target, timeline, values) => Totals(
                target.History.Jobs, job => (job.State, job.Type), job => job.UpdatedAt, timeline, values,
                key => StateAndType(target, "aws_dataexchange_finished_jobs_total", key))),
        new(
            "aws_dataexchange_finished_job_errors",
            "counter",
            "Error entries of jobs observed to finish.",
            (target, timeline, values) => Totals(
                target.History.Errors, error => (error.Type, error.Code), error => error.UpdatedAt, timeline, values,
                key => new BackfillSeries(
                    "aws_dataexchange_finished_job_errors_total",
                    ("type", target.History.NameOf(key.Type)),
                    ("code", key.Code)))),
        new(
            "aws_dataexchange_finished_job_limit_breaches",
            "counter",
            "Error entries that name a limit, of jobs observed to finish.",
            (target, timeline, values) => Totals(
                target.History.Errors.Where(error => error.LimitName is not null),
                error => (error.Type, Limit: error.LimitName!), error => error.UpdatedAt, timeline, values,
                key => new BackfillSeries(
                    "aws_dataexchange_finished_job_limit_breaches_total",
                    ("type", target.History.NameOf(key.Type)),
                    ("limit_name", key.Limit)))),
        new(
            "aws_dataexchange_finished_auto_export_jobs",
            "counter",
            "Auto-export jobs observed to finish.",
            (target, timeline, values) => Totals(
                target.History.Jobs.Where(job => job.IsAutoExport), job => job.State, job => job.UpdatedAt, timeline, values,
                state => new BackfillSeries(
                    "aws_dataexchange_finished_auto_export_jobs_total", ("state", target.History.NameOf(state))))),
        new(
            "aws_dataexchange_last_job_finished_timestamp_seconds",
            "gauge",
            "Unix timestamp of the most recent job to finish in this state; absent if there is none.",
            LastFinished),
        new(
            "aws_dataexchange_consecutive_failures",
            "gauge",
            "Jobs that failed or timed out since the last completed one.",
            (target, timeline, values) => ConsecutiveFailures(
                target.History.Jobs.Where(job => job.DataSet < 0 || !IsExcluded(target, job.DataSet)),
                job => job.Type, timeline, values,
                type => new BackfillSeries(
                    "aws_dataexchange_consecutive_failures", ("type", target.History.NameOf(type))))),
        new(
            "aws_dataexchange_job_duration_seconds",
            "histogram",
            "Time from CreatedAt to UpdatedAt of jobs observed to finish.",
            Durations),
    ];

    /// <summary>Whether the configuration excludes a data set.</summary>
    public static bool IsExcluded(BackfillTarget target, int dataSet) => target.IsExcluded(target.History.NameOf(dataSet));

    /// <summary>Series of consecutive failures by key.</summary>
    public static IEnumerable<BackfillSeries> ConsecutiveFailures<TKey>(
        IEnumerable<BackfillJob> jobs,
        Func<BackfillJob, TKey> keyOf,
        BackfillTimeline timeline,
        double[] values,
        Func<TKey, BackfillSeries> seriesOf)
        where TKey : notnull
    {
        foreach (var group in jobs.Where(job => job.IsFailure || job.IsCompleted).GroupBy(keyOf))
        {
            Array.Clear(values);
            var (index, failures) = (0, 0);
            foreach (var job in group)
            {
                var at = timeline.IndexAtOrAfter(job.UpdatedAt);
                values.AsSpan(index, at - index).Fill(failures);
                (index, failures) = (at, job.IsFailure ? failures + 1 : 0);
            }

            values.AsSpan(index).Fill(failures);
            yield return seriesOf(group.Key);
        }
    }

    private static IEnumerable<BackfillSeries> RecentlyFinished(
        BackfillTarget target, BackfillTimeline timeline, double[] values)
    {
        foreach (var group in target.History.Jobs.GroupBy(job => (job.State, job.Type)))
        {
            foreach (var window in target.Windows)
            {
                Array.Clear(values);
                foreach (var job in group)
                {
                    var entered = timeline.IndexAtOrAfter(job.UpdatedAt);
                    var left = timeline.IndexAfter(job.UpdatedAt + window.Length.Ticks);
                    if (entered < left)
                    {
                        values[entered]++;
                        if (left < values.Length)
                        {
                            values[left]--;
                        }
                    }
                }

                Accumulate(values);
                yield return new BackfillSeries(
                    "aws_dataexchange_recently_finished_jobs",
                    ("state", target.History.NameOf(group.Key.State)),
                    ("type", target.History.NameOf(group.Key.Type)),
                    ("window", window.Label));
            }
        }
    }

    private static IEnumerable<BackfillSeries> LastFinished(BackfillTarget target, BackfillTimeline timeline, double[] values)
    {
        foreach (var group in target.History.Jobs.GroupBy(job => (job.State, job.Type)))
        {
            FillTimes(group.Select(job => job.UpdatedAt), timeline, values);
            yield return StateAndType(target, "aws_dataexchange_last_job_finished_timestamp_seconds", group.Key);
        }
    }

    private static IEnumerable<BackfillSeries> Durations(BackfillTarget target, BackfillTimeline timeline, double[] values)
    {
        const string Name = "aws_dataexchange_job_duration_seconds";
        foreach (var group in target.History.Jobs.GroupBy(job => (job.State, job.Type)))
        {
            var jobs = group.Select(job => (
                Index: IndexInRange(timeline, job.UpdatedAt),
                Seconds: Math.Max(0, job.UpdatedAt - job.CreatedAt) / (double)TimeSpan.TicksPerSecond)).ToList();
            (string, string)[] labels =
                [("state", target.History.NameOf(group.Key.State)), ("type", target.History.NameOf(group.Key.Type))];
            foreach (var bound in DurationBuckets.Append(double.PositiveInfinity))
            {
                Count(jobs.Where(job => job.Seconds <= bound).Select(job => (job.Index, 1.0)), values);
                yield return new BackfillSeries(Name + "_bucket", [.. labels, ("le", OpenMetricsWriter.FormatBound(bound))]);
            }

            Count(jobs.Select(job => (job.Index, job.Seconds)), values);
            yield return new BackfillSeries(Name + "_sum", labels);
            Count(jobs.Select(job => (job.Index, 1.0)), values);
            yield return new BackfillSeries(Name + "_count", labels);
        }
    }

    /// <summary>Fills in the newest of some times as Unix timestamps.</summary>
    /// <param name="times">UTC ticks, ascending.</param>
    /// <param name="timeline">Evaluation times.</param>
    /// <param name="values">Result.</param>
    public static void FillTimes(IEnumerable<long> times, BackfillTimeline timeline, double[] values)
    {
        var (index, current) = (0, double.NaN);
        foreach (var time in times)
        {
            var at = timeline.IndexAtOrAfter(time);
            values.AsSpan(index, at - index).Fill(current);
            (index, current) = (at, UnixSeconds(time));
        }

        values.AsSpan(index).Fill(current);
    }

    private static IEnumerable<BackfillSeries> Totals<TItem, TKey>(
        IEnumerable<TItem> items,
        Func<TItem, TKey> keyOf,
        Func<TItem, long> timeOf,
        BackfillTimeline timeline,
        double[] values,
        Func<TKey, BackfillSeries> seriesOf)
        where TKey : notnull
    {
        foreach (var group in items.GroupBy(keyOf))
        {
            Count(group.Select(item => (IndexInRange(timeline, timeOf(item)), 1.0)), values);
            yield return seriesOf(group.Key);
        }
    }

    /// <summary>Cumulative sums, starting at 0 at the first sample.</summary>
    private static void Count(IEnumerable<(int Index, double Amount)> items, double[] values)
    {
        Array.Clear(values);
        foreach (var (index, amount) in items)
        {
            if (index >= 0)
            {
                values[index] += amount;
            }
        }

        Accumulate(values);
    }

    /// <summary>The sample that first includes a job; -1 if that is the first one, or after the last one.</summary>
    private static int IndexInRange(BackfillTimeline timeline, long ticks)
    {
        var index = timeline.IndexAtOrAfter(ticks);
        return index == 0 || index >= timeline.Count ? -1 : index;
    }

    private static void Accumulate(double[] values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            values[i] += values[i - 1];
        }
    }

    private static BackfillSeries StateAndType(BackfillTarget target, string name, (ushort State, ushort Type) key) =>
        new(name, ("state", target.History.NameOf(key.State)), ("type", target.History.NameOf(key.Type)));

    private static double UnixSeconds(long ticks) =>
        (ticks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMillisecond / 1000d;
}
