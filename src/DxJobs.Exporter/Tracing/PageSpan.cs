using System.Net;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tracing;

/// <summary>The span of one page of ListJobs, around all its attempts: a <see cref="CallSpan"/> that knows pages.</summary>
internal readonly struct PageSpan : IDisposable
{
    private readonly CallSpan _call;

    private PageSpan(CallSpan call) => _call = call;

    /// <summary>Begins it.</summary>
    /// <param name="target">The target that is polled.</param>
    /// <param name="accountId">Its account, where already known.</param>
    /// <param name="serverAddress">The host that is called: a name without scheme, port or path.</param>
    /// <param name="index">The page's number in its poll; the first is 0.</param>
    public static PageSpan Start(Target target, string? accountId, string serverAddress, int index)
    {
        var call = CallSpan.Start("ListJobs", target, accountId, serverAddress);
        call.Set(SpanAttributes.PageIndex, index);
        return new PageSpan(call);
    }

    /// <summary>Says what the page held.</summary>
    /// <param name="status">The status of AWS's answer.</param>
    /// <param name="requestId">AWS's id of the request.</param>
    /// <param name="jobs">How many jobs were on it.</param>
    /// <param name="last">Whether no page follows: AWS gave no token.</param>
    public void Answered(HttpStatusCode status, string? requestId, int jobs, bool last)
    {
        _call.Answered(status, requestId);
        _call.Set(SpanAttributes.PageJobs, jobs);
        _call.Set(SpanAttributes.PageLast, last);
    }

    /// <summary>The span as one of a call: for retries and failures.</summary>
    public CallSpan Call => _call;

    /// <summary>Ends it.</summary>
    public void Dispose() => _call.Dispose();
}
