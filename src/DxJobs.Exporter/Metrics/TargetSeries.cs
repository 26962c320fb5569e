using DxJobs.Exporter.Snapshots;

namespace DxJobs.Exporter.Metrics;

/// <summary>The series of one target that are read at each scrape, and when they come and go.</summary>
internal sealed class TargetSeries : IDisposable
{
    private readonly TargetTally _tally;
    private readonly ObservedMetric[] _ofAccount;
    private readonly ObservedMetric[] _ofTarget;
    private readonly KeyValuePair<string, object?>[] _targetLabels;
    private SizedMeter? _meter;
    private TargetSnapshot? _shown;

    /// <summary>Nothing to see until <see cref="Prepare"/>.</summary>
    public TargetSeries(TargetTally tally)
    {
        _tally = tally;
        _ofAccount = [.. MetricCatalogue.Observed.Where(m => m.Scope == MetricScope.Account).Select(m => new ObservedMetric(m))];
        _ofTarget = [.. MetricCatalogue.Observed.Where(m => m.Scope == MetricScope.Target).Select(m => new ObservedMetric(m))];
        _targetLabels = [new("target", tally.Target.Name), new("region", tally.Target.Region)];
    }

    /// <summary>Makes ready what the next collection shows.</summary>
    /// <returns>Whether a meter was disposed, so that what it held must be swept out before a scrape.</returns>
    public bool Prepare(TargetStatus? status, DateTimeOffset now, TimeSpan staleAfter)
    {
        var view = new TargetView(_tally.Target, status, status?.FreshSnapshot(now, staleAfter), _tally);
        foreach (var metric in _ofTarget)
        {
            metric.Prepare(view, _targetLabels);
        }

        if (!ReferenceEquals(view.Fresh, _shown) || _meter is null)
        {
            _shown = view.Fresh;
            KeyValuePair<string, object?>[] labels = [_targetLabels[0], new("account_id", view.Fresh?.AccountId), _targetLabels[1]];
            foreach (var metric in _ofAccount)
            {
                metric.Prepare(view, labels);
            }
        }

        var replaced = false;
        if (_meter is null || Array.Exists(_ofTarget, m => m.Outgrown) || Array.Exists(_ofAccount, m => m.Outgrown))
        {
            replaced = _meter is not null;
            Renew();
        }

        // Recorded while the pollers worked, so shown only as long as what else they brought.
        replaced |= view.Fresh is null ? _tally.Jobs.Hide() : _tally.Jobs.Show();
        return _tally.Polls.Show() | _tally.RequestDurations.Show() | replaced;
    }

    /// <summary>Ends the series. The tally's own go with the tally.</summary>
    public void Dispose() => _meter?.Dispose();

    private void Renew()
    {
        _meter?.Dispose();
        _meter = new SizedMeter(_tally.Target, _tally.Scope);
        foreach (var metric in _ofTarget)
        {
            metric.Attach(_meter);
        }

        foreach (var metric in _ofAccount)
        {
            metric.Attach(_meter);
        }
    }
}
