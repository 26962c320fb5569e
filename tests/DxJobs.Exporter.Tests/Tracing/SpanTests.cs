using System.Diagnostics;
using System.Net;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tracing;

namespace DxJobs.Exporter.Tests.Tracing;

public sealed class SpanTests
{
    private readonly Target _target = new() { Name = $"prod-{Guid.NewGuid()}", Region = "eu-west-1" };

    [Fact]
    public void One_poll_with_a_page_and_a_job_beneath_it()
    {
        using var spans = new Recorder(_target);
        using (var poll = PollSpan.Start(_target, accountId: null))
        {
            using (var page = PageSpan.Start(_target, null, "dataexchange.eu-west-1.amazonaws.com", 0))
            {
                page.Call.Answered(HttpStatusCode.TooManyRequests, "req-1");
                page.Call.Retrying(1, CallOutcome.Throttled, TimeSpan.FromMilliseconds(250));
                page.Answered(HttpStatusCode.OK, "req-2", jobs: 200, last: false);
            }

            poll.AccountIs("123456789012");
            using (var job = CallSpan.GetJob(_target, "123456789012", "dataexchange.eu-west-1.amazonaws.com"))
            {
                job.Answered(HttpStatusCode.OK, requestId: null);
            }

            poll.Ended(CallOutcome.Ok);
        }

        var (pageSpan, jobSpan, pollSpan) = (spans.Ended[0], spans.Ended[1], spans.Ended[2]);
        Assert.Equal(("dxjobs.poll", ActivityKind.Internal, ActivityStatusCode.Unset), (pollSpan.OperationName, pollSpan.Kind, pollSpan.Status));
        Assert.Equal(
            $"cloud.account.id=123456789012 cloud.region=eu-west-1 dxjobs.target={_target.Name}", Attributes(pollSpan.TagObjects));
        Assert.Equal(("DataExchange.ListJobs", ActivityKind.Client), (pageSpan.OperationName, pageSpan.Kind));
        Assert.Equal(pollSpan.SpanId, pageSpan.ParentSpanId);
        Assert.Equal(
            "aws.request_id=req-2 cloud.region=eu-west-1 dxjobs.page.index=0 dxjobs.page.jobs=200 dxjobs.page.last=False " +
            $"dxjobs.target={_target.Name} http.response.status_code=200 rpc.method=ListJobs rpc.service=DataExchange rpc.system=aws-api " +
            "server.address=dataexchange.eu-west-1.amazonaws.com",
            Attributes(pageSpan.TagObjects));
        var retry = Assert.Single(pageSpan.Events);
        Assert.Equal("retry", retry.Name);
        Assert.Equal("dxjobs.retry.attempt=1 dxjobs.retry.delay_seconds=0.25 dxjobs.retry.outcome=throttled", Attributes(retry.Tags));
        Assert.Equal(("DataExchange.GetJob", pollSpan.SpanId), (jobSpan.OperationName, jobSpan.ParentSpanId));
        Assert.DoesNotContain("aws.request_id", Attributes(jobSpan.TagObjects), StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_says_how()
    {
        using var spans = new Recorder(_target);
        using (var poll = PollSpan.Start(_target, "123456789012"))
        {
            using (var page = PageSpan.Start(_target, "123456789012", "localhost", 3))
            {
                page.Call.Answered(HttpStatusCode.Forbidden, "req-1");
                page.Call.Failed(CallOutcome.AccessDenied);
            }

            poll.Ended(CallOutcome.AccessDenied);
        }

        Assert.All(spans.Ended, span =>
        {
            Assert.Equal((ActivityStatusCode.Error, "access_denied"), (span.Status, span.StatusDescription));
            Assert.Equal("access_denied", span.GetTagItem("error.type"));
        });
        Assert.Equal(403, spans.Ended[0].GetTagItem("http.response.status_code"));
    }

    [Fact]
    public void A_poll_is_the_root_of_its_trace_whatever_started_the_poller()
    {
        using var spans = new Recorder(_target);
        using var request = new Activity("a request that reloads the configuration").Start();

        using (PollSpan.Start(_target, null))
        {
        }

        Assert.Equal(default, Assert.Single(spans.Ended).ParentSpanId);
    }

    private static string Attributes(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>Listens to the spans of one target: other tests make theirs at the same time.</summary>
    private sealed class Recorder : IDisposable
    {
        private readonly ActivityListener _listener;

        public Recorder(Target target)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == ExporterActivitySource.Name,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (activity.GetTagItem("dxjobs.target") is string name && name == target.Name)
                    {
                        Ended.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> Ended { get; } = [];

        public void Dispose() => _listener.Dispose();
    }
}
