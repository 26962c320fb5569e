using DxJobs.Core.Failures;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Api;

/// <summary>Is informed of requests to AWS.</summary>
internal interface IRequestObserver
{
    /// <summary>One HTTP attempt has ended, retries included. Called within the attempt's span, for the exemplar.</summary>
    void RequestEnded(Target target, string operation, CallOutcome outcome, TimeSpan duration);

    /// <summary>One page of ListJobs was read and understood.</summary>
    void PageRead(Target target, int jobs);
}
