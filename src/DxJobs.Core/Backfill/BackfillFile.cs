namespace DxJobs.Core.Backfill;

/// <summary>The output file: written under another name and renamed when it is complete.</summary>
internal static class BackfillFile
{
    /// <summary>Extension of an incomplete file.</summary>
    public const string PartialExtension = ".partial";

    /// <summary>Writes all series.</summary>
    /// <param name="path">Output file, replaced if it exists.</param>
    /// <param name="targets">Targets.</param>
    /// <param name="timeline">Evaluation times.</param>
    /// <param name="progress">Called with the fraction written.</param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <returns>Number of series, samples and bytes.</returns>
    public static (int Series, long Samples, long Bytes) Write(
        string path,
        IReadOnlyList<BackfillTarget> targets,
        BackfillTimeline timeline,
        Action<double> progress,
        CancellationToken cancellation)
    {
        var partial = path + PartialExtension;
        try
        {
            (int, long, long) written;
            using (var writer = new OpenMetricsWriter(new FileStream(partial, FileMode.Create, FileAccess.Write), timeline))
            {
                BackfillGenerator.Write(targets, timeline, writer, progress, cancellation);
                written = (writer.Series, writer.Samples, writer.Bytes);
            }

            File.Move(partial, path, overwrite: true);
            return written;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
