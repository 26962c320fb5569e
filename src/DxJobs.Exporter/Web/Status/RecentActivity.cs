using System.Globalization;
using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Web.Status;

/// <summary>The history of one or more targets, put into equal stretches of time up to now.</summary>
/// <param name="Length">From the oldest poll remembered to now.</param>
/// <param name="Slots">The stretches, oldest first.</param>
internal sealed record RecentActivity(TimeSpan Length, IReadOnlyList<RecentActivity.Slot> Slots)
{
    /// <summary>One stretch of time.</summary>
    /// <param name="Open">Jobs open at its end; null where no target had a good poll that was fresh then.</param>
    /// <param name="Completed">Jobs seen to complete in it.</param>
    /// <param name="Failed">Jobs seen to fail in it.</param>
    internal readonly record struct Slot(int? Open, int Completed, int Failed);

    /// <summary>The most open jobs at any time shown.</summary>
    public int MostOpen => Slots.Max(s => s.Open ?? 0);

    /// <summary>The most jobs that ended in one stretch.</summary>
    public int MostEnded => Slots.Max(s => s.Completed + s.Failed);

    /// <summary>The chart in a sentence, for those who cannot see it.</summary>
    public string InWords => string.Create(
        CultureInfo.InvariantCulture,
        $"Last {DisplayFormat.Span(Length)}: {Slots.Sum(s => s.Completed)} completed, {Slots.Sum(s => s.Failed)} failed; "
            + $"{Slots[^1].Open ?? 0} open now, {MostOpen} at most.");

    /// <summary>Sorts the polls into stretches; null with less than two moments to draw a line between.</summary>
    /// <param name="histories">One history per target, each oldest first.</param>
    /// <param name="now">The right edge.</param>
    /// <param name="staleAfter">How long a number of open jobs stands when no newer one comes.</param>
    /// <param name="count">The number of stretches.</param>
    public static RecentActivity? Of(IReadOnlyCollection<IReadOnlyList<HistoryPoint>> histories, DateTimeOffset now, TimeSpan staleAfter, int count)
    {
        var started = histories.Where(h => h.Count > 0).Select(h => h[0].At).DefaultIfEmpty(now).Min();
        var length = now - started;
        if (length <= TimeSpan.Zero)
        {
            return null;
        }

        var slots = new Slot[count];
        foreach (var history in histories)
        {
            Add(slots, history, started, length, staleAfter);
        }

        return new RecentActivity(length, slots);
    }

    private static void Add(Slot[] slots, IReadOnlyList<HistoryPoint> history, DateTimeOffset started, TimeSpan length, TimeSpan staleAfter)
    {
        var next = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var end = started + (length * ((i + 1.0) / slots.Length));
            var (completed, failed) = (0, 0);
            for (; next < history.Count && (history[next].At <= end || i == slots.Length - 1); next++)
            {
                completed += history[next].Completed;
                failed += history[next].Failed;
            }

            int? open = next > 0 && end - history[next - 1].At <= staleAfter ? history[next - 1].Open : null;
            slots[i] = new Slot(open is null ? slots[i].Open : (slots[i].Open ?? 0) + open, slots[i].Completed + completed, slots[i].Failed + failed);
        }
    }
}
