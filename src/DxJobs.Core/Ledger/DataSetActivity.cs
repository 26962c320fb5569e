using System.Runtime.InteropServices;

namespace DxJobs.Core.Ledger;

/// <summary>When each data set last had a job that changed. A deleted job does not move the time back.</summary>
internal sealed class DataSetActivity
{
    private readonly Dictionary<int, long> _newest = [];

    /// <summary>UTC ticks of the newest UpdatedAt of the jobs of a data set.</summary>
    public long this[int dataSet] => _newest.GetValueOrDefault(dataSet);

    public void Add(in JobRecord job)
    {
        if (job.DataSet >= 0)
        {
            ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newest, job.DataSet, out _);
            newest = Math.Max(newest, job.UpdatedAt);
        }
    }

    /// <summary>Removes a data set without jobs.</summary>
    public void Remove(int dataSet) => _newest.Remove(dataSet);
}
