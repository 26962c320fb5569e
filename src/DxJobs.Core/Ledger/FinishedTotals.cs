using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>What a target's jobs have come to since the process started: the counters. They only ever grow.</summary>
internal sealed class FinishedTotals
{
    public Tally<StateAndType> Jobs { get; } = new();

    public Tally<TypeAndCode> Errors { get; } = new();

    public Tally<TypeAndLimit> LimitBreaches { get; } = new();

    public Dictionary<string, long> AutoExports { get; } = [];

    /// <summary>Counts a job that ended.</summary>
    public void Add(Job job)
    {
        Jobs.Add(new StateAndType(job.State, job.Type));
        if (job.IsAutoExport)
        {
            AutoExports[job.State] = AutoExports.GetValueOrDefault(job.State) + 1;
        }

        foreach (var error in job.Errors)
        {
            Errors.Add(new TypeAndCode(job.Type, error.Code));
            if (error.LimitName is not null)
            {
                LimitBreaches.Add(new TypeAndLimit(job.Type, error.LimitName));
            }
        }
    }
}
