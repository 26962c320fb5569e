using System.Runtime.InteropServices;

namespace DxJobs.Core.Ledger;

/// <summary>Counts by key; a key whose count comes back to nothing is forgotten.</summary>
internal sealed class Tally<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, long> _counts = [];

    /// <summary>The counts that are not 0.</summary>
    public IReadOnlyDictionary<TKey, long> Counts => _counts;

    /// <summary>Counts one more (or, with −1, one less).</summary>
    public void Add(TKey key, long change = 1)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        count += change;
        if (count == 0)
        {
            _counts.Remove(key);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _counts.Clear();
}
