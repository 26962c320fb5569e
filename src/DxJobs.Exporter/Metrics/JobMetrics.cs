using DxJobs.Exporter.Snapshots;

namespace DxJobs.Exporter.Metrics;

/// <summary>The series of all targets: those of targets that left go, those of stale targets hide. Not for use by several threads at once.</summary>
internal sealed class JobMetrics(PollMetrics polls, StatusBoard board, Freshness freshness, TimeProvider time) : IDisposable
{
    private readonly Dictionary<TargetTally, TargetSeries> _targets = [];

    /// <summary>Makes ready what the next collection shows: one moment's state, for every metric the same.</summary>
    /// <returns>
    /// Whether meters were disposed since the last time. OpenTelemetry exports what they held once more at the next collection,
    /// so that one must be thrown away.
    /// </returns>
    public bool Prepare()
    {
        var now = time.GetUtcNow();
        var staleAfter = freshness.StaleAfter;
        var sweep = polls.TakeClosed();
        var left = new HashSet<TargetTally>(_targets.Keys);
        foreach (var tally in polls.Tallies)
        {
            left.Remove(tally);
            if (!_targets.TryGetValue(tally, out var series))
            {
                _targets[tally] = series = new TargetSeries(tally);
            }

            sweep |= series.Prepare(board.Find(tally.Target), now, staleAfter);
        }

        foreach (var gone in left)
        {
            _targets.Remove(gone, out var series);
            series!.Dispose();
            sweep = true;
        }

        return sweep;
    }

    /// <summary>Ends all series.</summary>
    public void Dispose()
    {
        foreach (var series in _targets.Values)
        {
            series.Dispose();
        }

        _targets.Clear();
    }
}
