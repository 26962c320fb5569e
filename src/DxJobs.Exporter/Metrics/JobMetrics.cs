using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Metrics;

/// <summary>The series of all targets: those of targets that left go, those of stale targets hide. Not for use by several threads at once.</summary>
internal sealed class JobMetrics(PollMetrics polls, StatusBoard board, CurrentOptions options, TimeProvider time, MeterScope? scope = null) : IDisposable
{
    private readonly Dictionary<TargetCounters, TargetSeries> _targets = [];
    private readonly ObservedMetric[] _metrics = [.. MetricCatalogue.Observed.Select(metric => new ObservedMetric(metric, scope))];

    /// <summary>Makes ready what the next collection shows: one moment's state, for every metric the same.</summary>
    /// <returns>
    /// Whether meters were disposed since the last time. OpenTelemetry exports what they held once more at the next collection,
    /// so that one must be thrown away.
    /// </returns>
    public bool Prepare()
    {
        var now = time.GetUtcNow();
        var staleAfter = options.Value.Poll.StaleAfter;
        var sweep = polls.TakeClosed();
        var tallies = polls.Tallies.OrderBy(tally => tally.Target.Name, StringComparer.Ordinal).ThenBy(tally => tally.Target.Region, StringComparer.Ordinal).ToList();
        var left = _targets.Keys.Except(tallies).ToList();
        left.ForEach(tally => _targets.Remove(tally));
        var targets = new List<TargetSeries>(tallies.Count);
        foreach (var tally in tallies)
        {
            if (!_targets.TryGetValue(tally, out var series))
            {
                _targets[tally] = series = new TargetSeries(tally);
            }

            sweep |= series.Prepare(board.Find(tally.Target), now, staleAfter);
            targets.Add(series);
        }

        for (var i = 0; i < _metrics.Length; i++)
        {
            sweep |= _metrics[i].Publish([.. targets.Select(target => target.Series[i])], anew: left.Count > 0);
        }

        return sweep;
    }

    /// <summary>Ends all series.</summary>
    public void Dispose() => Array.ForEach(_metrics, metric => metric.Dispose());
}
