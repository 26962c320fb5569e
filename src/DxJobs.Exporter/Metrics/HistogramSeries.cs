using System.Diagnostics.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>The observations of one series: how many fell into each bucket, and their sum there.</summary>
internal sealed class HistogramSeries(KeyValuePair<string, object?>[] tags, double[] bounds)
{
    private readonly KeyValuePair<string, object?>[] _tags = SeriesTags.Sorted(tags);
    private readonly long[] _counts = new long[bounds.Length + 1];
    private readonly double[] _sums = new double[bounds.Length + 1];

    /// <summary>The labels.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> Tags => _tags;

    /// <summary>Counts one more.</summary>
    public void Add(double value)
    {
        var at = Array.BinarySearch(bounds, value);
        at = at < 0 ? ~at : at;
        _counts[at]++;
        _sums[at] += value;
    }

    /// <summary>
    /// Brings a new instrument to where the old one was: each bucket's mean as often as the bucket was hit, which gives the
    /// same counts exactly and the same sum up to rounding. One observation costs some 50 ns.
    /// </summary>
    public void Replay(Histogram<double> instrument)
    {
        for (var at = 0; at < _counts.Length; at++)
        {
            if (_counts[at] == 0)
            {
                continue;
            }

            var mean = Within(at, _sums[at] / _counts[at]);
            for (var n = 0L; n < _counts[at]; n++)
            {
                instrument.Record(mean, _tags);
            }
        }
    }

    /// <summary>The mean lies in its bucket, but for rounding.</summary>
    private double Within(int at, double mean)
    {
        var above = at == 0 ? double.NegativeInfinity : Math.BitIncrement(bounds[at - 1]);
        var upTo = at == bounds.Length ? double.PositiveInfinity : bounds[at];
        return Math.Clamp(mean, above, upTo);
    }
}
