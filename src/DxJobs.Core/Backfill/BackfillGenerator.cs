namespace DxJobs.Core.Backfill;

/// <summary>Reconstructs the series that the exporter would have exposed, from the finished jobs that are still listed.</summary>
internal static class BackfillGenerator
{
    /// <summary>All families, in output order.</summary>
    public static readonly IReadOnlyList<BackfillFamily> Families = [.. JobFamilies.All, .. DataSetFamilies.All];

    /// <summary>Writes all series and the end marker. Memory is bounded by the jobs and one series.</summary>
    /// <param name="targets">Targets.</param>
    /// <param name="timeline">Evaluation times.</param>
    /// <param name="writer">Output.</param>
    /// <param name="progress">Called with the fraction of families and targets written.</param>
    /// <param name="cancellation">Cancels between two series.</param>
    public static void Write(
        IReadOnlyList<BackfillTarget> targets,
        BackfillTimeline timeline,
        OpenMetricsWriter writer,
        Action<double> progress,
        CancellationToken cancellation)
    {
        var values = new double[timeline.Count];
        var (done, total) = (0, Families.Count * targets.Count);
        foreach (var family in Families)
        {
            writer.WriteFamily(family);
            foreach (var target in targets.Where(target => target.DataSets is not null || JobFamilies.All.Contains(family)))
            {
                foreach (var series in family.Series(target, timeline, values))
                {
                    cancellation.ThrowIfCancellationRequested();
                    writer.WriteSeries(series, target.Labels, values);
                }

                progress(++done / (double)total);
            }
        }

        writer.Complete();
    }

    /// <summary>Estimated number of samples and bytes, an upper bound for all but unusually long labels.</summary>
    public static (long Samples, long Bytes) Estimate(IReadOnlyList<BackfillTarget> targets, BackfillTimeline timeline)
    {
        long samples = 0, bytes = 0;
        foreach (var target in targets)
        {
            var jobs = target.History.Jobs;
            long kinds = jobs.Select(job => (job.State, job.Type)).Distinct().Count();
            long errors = target.History.Errors.Select(error => (error.Type, error.Code)).Distinct().Count();
            long feeds = target.DataSets is null ? 0 : jobs.Select(job => (job.DataSet, job.Type)).Distinct().Count();
            var perKind = target.Windows.Count + 2 + JobFamilies.DurationBuckets.Length + 3;
            var series = (kinds * perKind) + (errors * 2) + (feeds * 4);
            samples += series * timeline.Count;
            bytes += series * timeline.Count * (130 + target.Labels.Sum(label => label.Key.Length + label.Value.Length + 4));
        }

        return (samples, bytes);
    }
}
