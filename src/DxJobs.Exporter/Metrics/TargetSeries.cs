using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Metrics;

/// <summary>The series of one target that are read at each scrape, and when they come and go.</summary>
internal sealed class TargetSeries
{
    private readonly TargetCounters _tally;
    private readonly KeyValuePair<string, object?>[] _targetLabels;
    private TargetSnapshot? _shown;

    /// <summary>Nothing to see until <see cref="Prepare"/>.</summary>
    public TargetSeries(TargetCounters tally)
    {
        _tally = tally;
        _targetLabels = [new("target", tally.Target.Name), new("region", tally.Target.Region)];
    }

    /// <summary>Those of each metric, in the order of <see cref="MetricCatalogue.Observed"/>.</summary>
    public IReadOnlyList<ObservedSeries> Series { get; } = [.. MetricCatalogue.Observed.Select(metric => new ObservedSeries(metric))];

    /// <summary>Makes ready what the next collection shows.</summary>
    /// <returns>Whether a meter was disposed, so that what it held must be swept out before a scrape.</returns>
    public bool Prepare(TargetStatus? status, DateTimeOffset now, TimeSpan staleAfter)
    {
        var view = new TargetSample(_tally.Target, status, status?.FreshSnapshot(now, staleAfter), _tally, now);
        PrepareAll(MetricScope.Target, view, _targetLabels);
        if (!ReferenceEquals(view.Fresh, _shown))
        {
            _shown = view.Fresh;
            PrepareAll(MetricScope.Account, view, [_targetLabels[0], new("account_id", view.Fresh?.AccountId), _targetLabels[1]]);
        }

        // Recorded while the pollers worked, so shown only as long as what else they brought.
        var replaced = view.Fresh is null ? _tally.Jobs.Hide() : _tally.Jobs.Show();
        return _tally.Polls.Show() | _tally.RequestDurations.Show() | replaced;
    }

    private void PrepareAll(MetricScope scope, in TargetSample view, KeyValuePair<string, object?>[] common)
    {
        for (var i = 0; i < Series.Count; i++)
        {
            if (MetricCatalogue.Observed[i].Scope == scope)
            {
                Series[i].Prepare(view, common);
            }
        }
    }
}
