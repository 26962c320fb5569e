namespace DxJobs.Core.Failures;

/// <summary>An answer that was read and cannot be true: a job without an id, a list without an end. The message holds nothing of the answer's texts.</summary>
internal sealed class MalformedResponseException(string message) : Exception(message);
