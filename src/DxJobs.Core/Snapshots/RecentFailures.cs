using DxJobs.Core.Jobs;
using DxJobs.Core.Utilities;

namespace DxJobs.Core.Snapshots;

/// <summary>The newest failed jobs of a target in AWS's words, for people; the ledger itself keeps no texts. A message can quote a signed URL: its query is left out.</summary>
internal sealed class RecentFailures
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 50;

    private const int MaxMessageLength = 1_000;

    private readonly SortedSet<Job> _newestFirst = new(Comparer<Job>.Create(
        (a, b) => (b.UpdatedAt, b.Id).CompareTo((a.UpdatedAt, a.Id))));

    /// <summary>Takes in a job, if it failed and is among the newest.</summary>
    public void Add(Job job)
    {
        if (!JobState.IsFailure(job.State) || (_newestFirst.Count == Capacity && job.UpdatedAt < _newestFirst.Max!.UpdatedAt))
        {
            return;
        }

        _newestFirst.Add(job with { Errors = [.. job.Errors.Take(10).Select(Presentable)] });
        if (_newestFirst.Count > Capacity)
        {
            _newestFirst.Remove(_newestFirst.Max!);
        }
    }

    /// <summary>The failed jobs that are still listed, newest first.</summary>
    /// <param name="nameOf">What people call a data set, where that is known.</param>
    public IReadOnlyList<FailedJob> Newest(Func<string, string?> nameOf) =>
        [.. _newestFirst.Select(job => new FailedJob(
            job.Id, job.State, job.Type, job.DataSetId, job.DataSetId is null ? null : nameOf(job.DataSetId), job.UpdatedAt, [.. job.Errors.Select(Failed)]))];

    /// <summary>Lets go of the jobs that the list no longer holds.</summary>
    public void KeepOnly(Func<Job, bool> listed) => _newestFirst.RemoveWhere(job => !listed(job));

    private static FailedJobError Failed(JobError e) => new(e.Code, e.Message, e.LimitName, e.LimitValue, e.ResourceId, e.ResourceType);

    private static JobError Presentable(JobError error)
    {
        var message = SecretRedactor.RedactSigned(error.Message);
        return error with { Message = message.Length <= MaxMessageLength ? message : Cut(message) };
    }

    /// <summary>Says that it was cut, and leaves no half of a character.</summary>
    private static string Cut(string message)
    {
        var end = MaxMessageLength - 1;
        return message[..(char.IsHighSurrogate(message[end - 1]) ? end - 1 : end)] + "…";
    }
}
