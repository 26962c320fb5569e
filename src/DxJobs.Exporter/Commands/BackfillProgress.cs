using System.Globalization;

namespace DxJobs.Exporter.Commands;

/// <summary>Progress of <c>backfill</c> on a terminal.</summary>
internal sealed class BackfillProgress(TextWriter output, bool isTerminal, TimeProvider clock)
{
    private const int Width = 30;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private long _lastShown;

    /// <summary>The progress bar.</summary>
    public static string Bar(double fraction)
    {
        var filled = (int)(Math.Clamp(fraction, 0, 1) * Width);
        var bar = new string('#', filled).PadRight(Width);
        return string.Create(CultureInfo.InvariantCulture, $"writing [{bar}] {fraction * 100:0} %");
    }

    /// <summary>Shows the number of jobs listed.</summary>
    public void Listed(int jobs) => Show(string.Create(CultureInfo.InvariantCulture, $"listing: {jobs} jobs"), isLast: false);

    /// <summary>Shows the fraction written.</summary>
    public void Written(double fraction) => Show(Bar(fraction), fraction >= 1);

    private void Show(string line, bool isLast)
    {
        if (!isTerminal || (!isLast && _lastShown != 0 && clock.GetElapsedTime(_lastShown) < Period))
        {
            return;
        }

        _lastShown = clock.GetTimestamp();
        output.Write($"\r{line}\u001b[K{(isLast ? "\n" : "")}");
    }
}
