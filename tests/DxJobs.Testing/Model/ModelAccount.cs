using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Testing.Model;

/// <summary>
/// AWS as its reference describes it, with nothing in between: jobs newest first, deleted 90 days after they were created. Jobs of
/// equal CreatedAt are in an order that is nobody's business (that of their ids).
/// </summary>
internal sealed class ModelAccount(DateTimeOffset now)
{
    public const string AccountId = "123456789012";

    private static readonly Comparer<ModelJob> AsListed = Comparer<ModelJob>.Create(
        (a, b) => b.CreatedAt.CompareTo(a.CreatedAt) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id));

    private readonly Dictionary<string, ModelJob> _jobs = [];
    private readonly List<ModelJob> _sorted = [];

    /// <summary>AWS's clock.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Happens whenever time goes on.</summary>
    public Action<TimeSpan> Advanced { get; set; } = _ => { };

    /// <summary>The list as the API would give it now, all in one.</summary>
    public IReadOnlyList<ModelJob> List => _sorted.GetRange(0, Listed);

    public void Advance(TimeSpan by)
    {
        Now += by;
        Advanced(by);
    }

    public void Put(ModelJob job)
    {
        Delete(job.Id);
        _jobs.Add(job.Id, job);
        _sorted.Insert(~_sorted.BinarySearch(job, AsListed), job);
    }

    public void Delete(string id)
    {
        if (_jobs.Remove(id, out var job))
        {
            _sorted.RemoveAt(_sorted.BinarySearch(job, AsListed));
        }
    }

    public ModelJob? Find(string id) => _jobs.TryGetValue(id, out var job) && job.CreatedAt > Now - JobLedger.Retention ? job : null;

    private int Listed
    {
        get
        {
            var count = _sorted.Count;
            while (count > 0 && _sorted[count - 1].CreatedAt <= Now - JobLedger.Retention)
            {
                count--;
            }

            return count;
        }
    }

    /// <summary>Changes one of the jobs that can still change, if there are any.</summary>
    /// <param name="choice">Any number: which.</param>
    /// <param name="change">How.</param>
    public void ChangeOpen(int choice, Func<ModelJob, ModelJob> change)
    {
        var open = List.Where(j => !JobState.IsFinal(j.State)).ToList();
        if (open.Count > 0)
        {
            Put(change(open[choice % open.Count]));
        }
    }
}
