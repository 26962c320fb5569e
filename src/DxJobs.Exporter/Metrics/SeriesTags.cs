namespace DxJobs.Exporter.Metrics;

/// <summary>The labels of one series, as OpenTelemetry takes them.</summary>
internal static class SeriesTags
{
    private static readonly Comparison<KeyValuePair<string, object?>> ByName = static (a, b) => string.CompareOrdinal(a.Key, b.Key);

    /// <summary>In the order in which OpenTelemetry keeps them: given in another, it would keep them twice.</summary>
    public static KeyValuePair<string, object?>[] Sorted(KeyValuePair<string, object?>[] tags)
    {
        Array.Sort(tags, ByName);
        return tags;
    }
}
