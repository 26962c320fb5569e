using DxJobs.Core.Jobs;

namespace DxJobs.Core.Snapshots;

/// <summary>The combinations that AWS documents: tables hold them from the first good poll on, so that a rate can be taken of the first failure too.</summary>
internal static class ZeroFilled
{
    /// <summary>Each state with each type.</summary>
    public static readonly IReadOnlyList<StateAndType> Jobs = Pairs(DocumentedValues.States, DocumentedValues.Types, (s, t) => new StateAndType(s, t));

    /// <summary>Each final state with each type.</summary>
    public static readonly IReadOnlyList<StateAndType> FinishedJobs = Pairs(JobState.Final, DocumentedValues.Types, (s, t) => new StateAndType(s, t));

    /// <summary>Each open state with each type.</summary>
    public static readonly IReadOnlyList<StateAndType> OpenJobs =
        Pairs([JobState.Waiting, JobState.InProgress], DocumentedValues.Types, (s, t) => new StateAndType(s, t));

    /// <summary>Each type with each code.</summary>
    public static readonly IReadOnlyList<TypeAndCode> Errors = Pairs(DocumentedValues.Types, DocumentedValues.Codes, (t, c) => new TypeAndCode(t, c));

    /// <summary>Each code with each resource type.</summary>
    public static readonly IReadOnlyList<CodeAndResource> ErrorResources =
        Pairs(DocumentedValues.Codes, DocumentedValues.ResourceTypes, (c, r) => new CodeAndResource(c, r));

    /// <summary>Each type with each limit.</summary>
    public static readonly IReadOnlyList<TypeAndLimit> LimitBreaches =
        Pairs(DocumentedValues.Types, DocumentedValues.LimitNames, (t, l) => new TypeAndLimit(t, l));

    /// <summary>The counts, and 0 for each known combination that has none.</summary>
    public static Dictionary<TKey, long> With<TKey, TNumbers>(
        IReadOnlyList<TKey> known, IReadOnlyDictionary<TNumbers, long> counts, Func<TNumbers, TKey> keyOf)
        where TKey : notnull
    {
        var all = new Dictionary<TKey, long>(known.Count);
        foreach (var key in known)
        {
            all[key] = 0;
        }

        foreach (var (numbers, count) in counts)
        {
            all[keyOf(numbers)] = count;
        }

        return all;
    }

    private static TKey[] Pairs<TKey>(IReadOnlyList<string> first, IReadOnlyList<string> second, Func<string, string, TKey> pair) =>
        [.. first.SelectMany(f => second.Select(s => pair(f, s)))];
}
