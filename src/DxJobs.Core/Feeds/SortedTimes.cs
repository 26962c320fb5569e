namespace DxJobs.Core.Feeds;

/// <summary>Binary search in ascending times.</summary>
internal static class SortedTimes
{
    /// <summary>The index of the first time not before the given one; the length if there is none.</summary>
    public static int FirstAtOrAfter(ReadOnlySpan<long> times, long time)
    {
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
