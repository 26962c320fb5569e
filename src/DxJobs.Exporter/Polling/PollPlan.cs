namespace DxJobs.Exporter.Polling;

/// <summary>
/// The cheapest way to learn of the jobs that can still change and were not on the pages read so far: read on down to some of them,
/// and ask for the rest one by one. Each page and each job asked for is one call.
/// </summary>
internal static class PollPlan
{
    /// <summary>How many more pages are worth reading; 0 means that asking for each job alone is the cheapest.</summary>
    /// <param name="places">Where in the list the jobs stand, counted from 0 at its top, ascending.</param>
    /// <param name="read">How many jobs of the list have been read: places before it were passed without meeting the job.</param>
    /// <param name="pageSize">Jobs that a page holds.</param>
    /// <param name="canFetchOne">Whether jobs can be asked for one by one at all.</param>
    public static int PagesWorthReading(IReadOnlyList<int> places, int read, int pageSize, bool canFetchOne)
    {
        if (places.Count == 0)
        {
            return 0;
        }

        if (!canFetchOne)
        {
            return Math.Max(1, PagesDownTo(places[^1], read, pageSize));
        }

        // The jobs on the way are covered by the pages down to the last of them; those that were passed are not.
        var (best, cheapest) = (0, places.Count);
        var onTheWay = 0;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] < read)
            {
                continue;
            }

            onTheWay++;
            var pages = PagesDownTo(places[i], read, pageSize);
            var cost = pages + places.Count - onTheWay;
            if (cost < cheapest)
            {
                (best, cheapest) = (pages, cost);
            }
        }

        return best;
    }

    private static int PagesDownTo(int place, int read, int pageSize) => (place - read + pageSize) / pageSize;
}
