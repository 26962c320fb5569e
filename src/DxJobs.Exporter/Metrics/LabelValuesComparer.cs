namespace DxJobs.Exporter.Metrics;

/// <summary>Tells whether two series of a metric are the same one: all their label values are.</summary>
internal sealed class LabelValuesComparer : IEqualityComparer<string[]>
{
    /// <summary>The only one.</summary>
    public static LabelValuesComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(string[] obj)
    {
        var hash = default(HashCode);
        foreach (var value in obj)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
