namespace DxJobs.Core.Snapshots;

/// <summary>A job that ended in ERROR or TIMED_OUT, as people want to read of it. Holds no secret: AWS's Details are not in it.</summary>
/// <param name="JobId">AWS's id of the job.</param>
/// <param name="State">ERROR or TIMED_OUT.</param>
/// <param name="Type">The job's type as AWS spells it.</param>
/// <param name="DataSetId">The data set, where the job names one.</param>
/// <param name="DataSetName">Its name, where known.</param>
/// <param name="EndedAt">AWS's UpdatedAt.</param>
/// <param name="Errors">The job's error entries; may be empty.</param>
internal sealed record FailedJob(
    string JobId, string State, string Type, string? DataSetId, string? DataSetName, DateTimeOffset EndedAt, IReadOnlyList<FailedJobError> Errors);

/// <summary>One error entry of a failed job, as AWS wrote it. The texts are AWS's and others': never HTML.</summary>
/// <param name="Code">Such as <c>SERVICE_QUOTA_EXCEEDED_EXCEPTION</c>.</param>
/// <param name="Message">AWS's words without queries of URLs and access key ids, at most 1,000 characters of them.</param>
/// <param name="LimitName">The limit, where one was breached.</param>
/// <param name="LimitValue">Its value, where AWS said it.</param>
/// <param name="ResourceId">What the error is about, where AWS said it.</param>
/// <param name="ResourceType">REVISION, ASSET or DATA_SET, where AWS said it.</param>
internal sealed record FailedJobError(string Code, string Message, string? LimitName, double? LimitValue, string? ResourceId, string? ResourceType);
