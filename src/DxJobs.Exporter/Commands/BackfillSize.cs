using System.Globalization;

namespace DxJobs.Exporter.Commands;

/// <summary>Texts about the size of a backfill.</summary>
internal static class BackfillSize
{
    /// <summary>Bytes per second that are written at least.</summary>
    private const double MinRate = 100e6;

    /// <summary>The estimate before writing.</summary>
    public static string Estimate(long samples, long bytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"writing at most about {Samples(samples)}, {Megabytes(bytes)}, {Math.Ceiling(bytes / MinRate):0} s");

    /// <summary>The summary after writing.</summary>
    public static string Summary(string file, int series, long samples, long bytes) => string.Create(
        CultureInfo.InvariantCulture, $"{file}: {series} series, {Samples(samples)}, {Megabytes(bytes)}");

    private static string Samples(long samples) => samples < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{samples} samples")
        : string.Create(CultureInfo.InvariantCulture, $"{samples / 1e6:0.0} million samples");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
