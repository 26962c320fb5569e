using System.Globalization;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Commands;

/// <summary>One line on standard error that says how far the polls are, page by page, for people who wait: only on a terminal.</summary>
internal sealed class PollProgress : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly StatusBoard _board;
    private readonly PollMetrics _metrics;
    private readonly int _targets;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly ITimer? _timer;

    private PollProgress(StatusBoard board, PollMetrics metrics, int targets, TimeProvider clock)
    {
        (_board, _metrics, _targets, _clock, _start) = (board, metrics, targets, clock, clock.GetTimestamp());
        _timer = Console.IsErrorRedirected ? null : clock.CreateTimer(_ => Console.Error.Write(Shown()), null, Period, Period);
    }

    /// <summary>Starts showing it.</summary>
    public static PollProgress Start(StatusBoard board, PollMetrics metrics, int targets, TimeProvider clock) => new(board, metrics, targets, clock);

    /// <summary>The line.</summary>
    public static string Line(StatusBoard board, PollMetrics metrics, int targets, TimeSpan elapsed)
    {
        var ended = board.Targets.Count(status => status.LastPoll is not null);
        var (pages, jobs) = (metrics.Tallies.Sum(tally => tally.Pages), metrics.Tallies.Sum(tally => tally.JobsListed));
        var rate = elapsed > TimeSpan.Zero ? jobs / elapsed.TotalSeconds : 0;
        return string.Create(
            CultureInfo.InvariantCulture, $"{ended} of {targets} targets, {pages} pages, {jobs} jobs, {rate:0} jobs/s, {elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>Shows how it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            // A line that is being written must not come after the last one.
            await _timer.DisposeAsync();
            Console.Error.WriteLine(Shown());
        }
    }

    private string Shown() => $"\r{Line(_board, _metrics, _targets, _clock.GetElapsedTime(_start))}\u001b[K";
}
