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
        var tallies = polls.Tallies.ToHashSet();
        var sweep = polls.TakeClosed();

        // First those that left: OpenTelemetry would hand their storage on to whoever comes under the same name.
        foreach (var gone in _targets.Keys.Where(tally => !tallies.Contains(tally)).ToList())
        {
            _targets.Remove(gone, out var series);
            series!.Dispose();
            sweep = true;
        }

        foreach (var tally in tallies.OrderBy(tally => tally.Target.Name, StringComparer.Ordinal).ThenBy(tally => tally.Target.Region, StringComparer.Ordinal))
        {
            if (!_targets.TryGetValue(tally, out var series))
            {
                _targets[tally] = series = new TargetSeries(tally);
            }

            sweep |= series.Prepare(board.Find(tally.Target), now, staleAfter);
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
