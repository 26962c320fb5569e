namespace DxJobs.Core.Utilities;

/// <summary>Finds what somebody probably meant.</summary>
internal static class SpellingSuggestion
{
    /// <summary>"; did you mean …?" where one of the words is near, else nothing.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">What there is.</param>
    /// <param name="show">How to say it.</param>
    public static string Suggest(string written, IEnumerable<string> known, Func<string, string>? show = null)
    {
        var (nearest, distance) = known.Select(k => (k, Distance(written, k))).OrderBy(k => k.Item2).FirstOrDefault();
        return nearest is not null && distance <= Math.Max(2, written.Length / 4) ? $"; did you mean {(show is null ? nearest : show(nearest))}?" : "";
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
