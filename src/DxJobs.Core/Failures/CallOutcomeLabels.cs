namespace DxJobs.Core.Failures;

/// <summary>The outcomes as the metrics and spans spell them.</summary>
internal static class CallOutcomeLabels
{
    /// <summary>The label value: <c>ok</c>, <c>throttled</c>, <c>access_denied</c> and so on.</summary>
    public static string Label(this CallOutcome outcome) => outcome switch
    {
        CallOutcome.Ok => "ok",
        CallOutcome.Throttled => "throttled",
        CallOutcome.Validation => "validation",
        CallOutcome.NotFound => "not_found",
        CallOutcome.AccessDenied => "access_denied",
        CallOutcome.ExpiredCredentials => "expired_credentials",
        CallOutcome.Credentials => "credentials",
        CallOutcome.Internal => "internal",
        CallOutcome.Timeout => "timeout",
        CallOutcome.Network => "network",
        CallOutcome.Malformed => "malformed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
