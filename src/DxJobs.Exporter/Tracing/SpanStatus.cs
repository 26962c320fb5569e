using System.Diagnostics;
using DxJobs.Core.Failures;

namespace DxJobs.Exporter.Tracing;

/// <summary>How spans say that something failed.</summary>
internal static class SpanStatus
{
    /// <summary>Marks the span as failed, with the outcome's label as its kind of error: AWS's own words could hold anything.</summary>
    public static void Fail(this Activity activity, CallOutcome outcome)
    {
        activity.SetTag(SpanAttributes.ErrorType, outcome.Label());
        activity.SetStatus(ActivityStatusCode.Error, outcome.Label());
    }
}
