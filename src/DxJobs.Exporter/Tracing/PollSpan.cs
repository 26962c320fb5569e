using System.Diagnostics;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tracing;

/// <summary>The span of one poll of one target, around all its calls. Costs next to nothing while nobody listens.</summary>
internal readonly struct PollSpan : IDisposable
{
    private readonly Activity? _activity;

    private PollSpan(Activity? activity) => _activity = activity;

    /// <summary>Begins it as the root of a trace of its own.</summary>
    /// <param name="target">The target.</param>
    /// <param name="accountId">Its account, where already known.</param>
    /// <param name="name">Name of the span.</param>
    public static PollSpan Start(Target target, string? accountId, string name = "dxjobs.poll")
    {
        if (!ExporterActivitySource.Source.HasListeners())
        {
            return default;
        }

        // Whatever started the poller (a request, a reload) is no parent of all its polls.
        Activity.Current = null;
        var activity = ExporterActivitySource.Source.StartActivity(name, ActivityKind.Internal);
        activity?.SetTag(SpanAttributes.Target, target.Name);
        activity?.SetTag(SpanAttributes.CloudRegion, target.Region);
        if (accountId is not null)
        {
            activity?.SetTag(SpanAttributes.CloudAccountId, accountId);
        }

        return new PollSpan(activity);
    }

    /// <summary>Says which account it is, as soon as that is known.</summary>
    public void AccountIs(string accountId) => _activity?.SetTag(SpanAttributes.CloudAccountId, accountId);

    /// <summary>Says how it ended; nothing to say when it went well.</summary>
    public void Ended(CallOutcome outcome)
    {
        if (outcome != CallOutcome.Ok)
        {
            _activity?.Fail(outcome);
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => _activity?.Dispose();
}
