namespace DxJobs.Core.Ledger;

/// <summary>The counts that follow each job as it comes, changes and goes: adding one and taking it away again leaves no trace.</summary>
internal sealed class JobTallies
{
    public Tally<(ushort State, ushort Type)> Jobs { get; } = new();

    public Tally<(ushort Type, ushort Code)> Errors { get; } = new();

    public Tally<(ushort Code, short ResourceType)> ErrorResources { get; } = new();

    public Tally<(ushort Type, short LimitName)> LimitBreaches { get; } = new();

    public Tally<(int DataSet, ushort State)> DataSetJobs { get; } = new();

    public Tally<ushort> AutoExports { get; } = new();

    /// <summary>Counts a job and its error entries, or with −1 takes them away.</summary>
    public void Add(in JobRecord job, ErrorRecord[]? errors, int change)
    {
        Jobs.Add((job.State, job.Type), change);
        if (job.IsAutoExport)
        {
            AutoExports.Add(job.State, change);
        }

        if (job.DataSet >= 0)
        {
            DataSetJobs.Add((job.DataSet, job.State), change);
        }

        foreach (var error in errors ?? [])
        {
            Errors.Add((job.Type, error.Code), change);
            ErrorResources.Add((error.Code, error.ResourceType), change);
            if (error.LimitName >= 0)
            {
                LimitBreaches.Add((job.Type, error.LimitName), change);
            }
        }
    }
}
