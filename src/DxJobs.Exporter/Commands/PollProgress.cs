using DxJobs.Exporter.Snapshots;

namespace DxJobs.Exporter.Commands;

/// <summary>One line on standard error that says how far the polls are, for people who wait: only on a terminal.</summary>
internal sealed class PollProgress : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly StatusBoard _board;
    private readonly int _targets;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly ITimer? _timer;

    private PollProgress(StatusBoard board, int targets, TimeProvider clock)
    {
        (_board, _targets, _clock, _start) = (board, targets, clock, clock.GetTimestamp());
        _timer = Console.IsErrorRedirected ? null : clock.CreateTimer(_ => Show(), null, Period, Period);
    }

    /// <summary>Starts showing it.</summary>
    public static PollProgress Start(StatusBoard board, int targets, TimeProvider clock) => new(board, targets, clock);

    /// <summary>The line.</summary>
    public static string Line(IEnumerable<TargetStatus> statuses, int targets, TimeSpan elapsed)
    {
        var ended = statuses.Where(status => status.LastPoll is not null).ToList();
        var pages = ended.Sum(status => status.LastPoll!.Pages);
        var jobs = ended.Sum(status => (long)(status.Snapshot?.JobsTracked ?? 0));
        var rate = elapsed > TimeSpan.Zero ? jobs / elapsed.TotalSeconds : 0;
        return $"{ended.Count} of {targets} targets, {pages} pages, {jobs} jobs, {rate:0} jobs/s, {elapsed.TotalSeconds:0.0} s";
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_timer is not null)
        {
            _timer.Dispose();
            Console.Error.WriteLine($"\r{Line(_board.Targets, _targets, _clock.GetElapsedTime(_start))}\u001b[K");
        }
    }

    private void Show() => Console.Error.Write($"\r{Line(_board.Targets, _targets, _clock.GetElapsedTime(_start))}\u001b[K");
}
