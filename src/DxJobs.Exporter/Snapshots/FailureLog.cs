using DxJobs.Exporter.Ledger;
using DxJobs.Exporter.Paging;

namespace DxJobs.Exporter.Snapshots;

/// <summary>The newest failed jobs of a target in AWS's words, for people; the ledger itself keeps no texts. A message can quote a signed URL: its query is left out.</summary>
internal sealed class FailureLog
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 50;

    private const int LongestMessage = 1_000;

    private readonly SortedSet<ListedJob> _newestFirst = new(Comparer<ListedJob>.Create(
        (a, b) => (b.UpdatedAt, b.Id).CompareTo((a.UpdatedAt, a.Id))));

    /// <summary>Takes in a job, if it failed and is among the newest.</summary>
    public void See(ListedJob job)
    {
        if (!JobStates.IsFailure(job.State) || (_newestFirst.Count == Capacity && job.UpdatedAt < _newestFirst.Max!.UpdatedAt))
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
    public void KeepOnly(Func<ListedJob, bool> listed) => _newestFirst.RemoveWhere(job => !listed(job));

    private static FailedJobError Failed(ListedJobError e) => new(e.Code, e.Message, e.LimitName, e.LimitValue, e.ResourceId, e.ResourceType);

    private static ListedJobError Presentable(ListedJobError error)
    {
        var message = SecretText.RedactSigned(error.Message);
        return error with { Message = message.Length <= LongestMessage ? message : Cut(message) };
    }

    /// <summary>Says that it was cut, and leaves no half of a character.</summary>
    private static string Cut(string message)
    {
        var end = LongestMessage - 1;
        return message[..(char.IsHighSurrogate(message[end - 1]) ? end - 1 : end)] + "…";
    }
}
