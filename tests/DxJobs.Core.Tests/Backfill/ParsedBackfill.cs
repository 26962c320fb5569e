using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DxJobs.Core.Backfill;

namespace DxJobs.Core.Tests.Backfill;

/// <summary>The text of a backfill, parsed.</summary>
internal sealed partial class ParsedBackfill
{
    private readonly Dictionary<string, Dictionary<long, double>> _series = [];

    private ParsedBackfill(string text)
    {
        Text = text;
        var last = ("", 0L);
        foreach (Match line in Lines().Matches(text))
        {
            var name = line.Groups["series"].Value;
            if (!_series.TryGetValue(name, out var samples))
            {
                _series[name] = samples = [];
            }

            var time = long.Parse(line.Groups["time"].Value, CultureInfo.InvariantCulture);
            Assert.True(samples.Count == 0 || (last.Item1 == name && time > last.Item2), "samples are not in ascending order");
            last = (name, time);
            samples.Add(time, double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));
        }
    }

    public string Text { get; }

    public IReadOnlyCollection<string> Series => _series.Keys;

    public static ParsedBackfill Write(BackfillTimeline timeline, params BackfillTarget[] targets)
    {
        using var stream = new MemoryStream();
        using var writer = new OpenMetricsWriter(stream, timeline);
        BackfillGenerator.Write(targets, timeline, writer, _ => { }, CancellationToken.None);
        return new ParsedBackfill(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Value of a series, labels without those of the target; null if absent.</summary>
    public double? At(string name, string labels, long time)
    {
        var key = labels.Length > 0 ? $"{name}{{target=\"t\",{labels}}}" : $"{name}{{target=\"t\"}}";
        return _series.TryGetValue(key, out var samples) && samples.TryGetValue(time, out var value) ? value : null;
    }

    [GeneratedRegex(@"^(?<series>[a-z_]+\{.*\}) (?<value>\S+) (?<time>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
