using System.Diagnostics;
using System.Net;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tracing;

/// <summary>The span of one call of the API, around all its attempts. Costs next to nothing while nobody listens.</summary>
internal readonly struct CallSpan : IDisposable
{
    private readonly Activity? _activity;

    private CallSpan(Activity? activity) => _activity = activity;

    /// <summary>Begins the span of a GetJob.</summary>
    public static CallSpan GetJob(Target target, string? accountId, string serverAddress) => Start("GetJob", target, accountId, serverAddress);

    /// <summary>Begins the span of a GetDataSet.</summary>
    public static CallSpan GetDataSet(Target target, string? accountId, string serverAddress) => Start("GetDataSet", target, accountId, serverAddress);

    /// <summary>Begins the span of any operation.</summary>
    /// <param name="operation">AWS's name of it.</param>
    /// <param name="target">The target that it is called for.</param>
    /// <param name="accountId">Its account, where already known.</param>
    /// <param name="serverAddress">The host that is called: a name without scheme, port or path.</param>
    public static CallSpan Start(string operation, Target target, string? accountId, string serverAddress)
    {
        if (!ExporterActivitySource.Source.HasListeners())
        {
            return default;
        }

        var activity = ExporterActivitySource.Source.StartActivity("DataExchange." + operation, ActivityKind.Client);
        activity?.SetTag(SpanAttributes.RpcSystem, "aws-api");
        activity?.SetTag(SpanAttributes.RpcService, "DataExchange");
        activity?.SetTag(SpanAttributes.RpcMethod, operation);
        activity?.SetTag(SpanAttributes.CloudRegion, target.Region);
        activity?.SetTag(SpanAttributes.ServerAddress, serverAddress);
        activity?.SetTag(SpanAttributes.Target, target.Name);
        if (accountId is not null)
        {
            activity?.SetTag(SpanAttributes.CloudAccountId, accountId);
        }

        return new CallSpan(activity);
    }

    /// <summary>Says which account it is, where the call itself told.</summary>
    public void AccountIs(string accountId) => _activity?.SetTag(SpanAttributes.CloudAccountId, accountId);

    /// <summary>Says what AWS answered: well, or badly before a retry or <see cref="Failed"/>.</summary>
    public void Answered(HttpStatusCode status, string? requestId)
    {
        _activity?.SetTag(SpanAttributes.HttpStatusCode, (int)status);
        if (requestId is not null)
        {
            _activity?.SetTag(SpanAttributes.AwsRequestId, requestId);
        }
    }

    /// <summary>Says that an attempt failed and is tried again.</summary>
    /// <param name="attempt">Which attempt failed; the first is 1.</param>
    /// <param name="outcome">How.</param>
    /// <param name="delay">How long the next one waits.</param>
    public void Retrying(int attempt, CallOutcome outcome, TimeSpan delay) => _activity?.AddEvent(new ActivityEvent(SpanAttributes.RetryEvent, tags: new()
    {
        { SpanAttributes.RetryAttempt, attempt },
        { SpanAttributes.RetryOutcome, outcome.Label() },
        { SpanAttributes.RetryDelaySeconds, delay.TotalSeconds },
    }));

    /// <summary>Says that the call failed for good.</summary>
    public void Failed(CallOutcome outcome) => _activity?.Fail(outcome);

    /// <summary>Sets an attribute of the kind of call.</summary>
    internal void Set(string name, object value) => _activity?.SetTag(name, value);

    /// <summary>Ends it.</summary>
    public void Dispose() => _activity?.Dispose();
}
