using System.Globalization;
using System.Text;
using DxJobs.EndToEnd.Tests.Exporter.Otlp;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Spans as a collector receives them.</summary>
public sealed class TraceTests
{
    private static readonly string[] Forbidden =
        [SimulatorCanary.Text, SimulatorCredentials.AccessKeyId, SimulatorCredentials.SecretAccessKey, "nextToken", "NextToken", "X-Amz-", "http://", "https://"];

    [Fact]
    public async Task A_poll_is_a_span_with_one_for_each_page_beneath_it_and_SIGTERM_sends_them()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var server = await Accounts.StillAsync(1_000);
        var jobs = server.Account.List().Jobs.Count;
        using var config = new ConfigFile($$"""
            poll: {interval: 1d, timeout: 50s, page_size: 200, max_requests_per_second: 1000}
            targets: [{name: traced, region: us-east-1, endpoint_url: "{{server.Endpoint}}"}]
            """);
        await using var exporter = await ExporterProcess.ServeWithAsync(receiver.Environment, "--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("traced"), "the first poll");
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);

        var poll = Assert.Single(receiver.Spans, s => s.Name == "dxjobs.poll");
        Assert.Equal((1, "", 0), (poll.Kind, poll.ParentId, poll.Status));
        Assert.Equal(("traced", "us-east-1", "123456789012"), (poll.Attributes["dxjobs.target"], poll.Attributes["cloud.region"], poll.Attributes["cloud.account.id"]));
        Assert.Equal("dxjobs-exporter", poll.Resource["service.name"]);
        Assert.NotEmpty(poll.Resource["service.version"]);
        Assert.NotEmpty(poll.Resource["service.instance.id"]);

        var pages = receiver.Spans.Where(s => s.Name == "DataExchange.ListJobs").OrderBy(s => Number(s, "dxjobs.page.index")).ToList();
        Assert.Equal((jobs + 199) / 200, pages.Count);
        Assert.Equal(pages.Count, server.Listings());
        Assert.Equal(jobs, pages.Sum(s => Number(s, "dxjobs.page.jobs")));
        foreach (var (index, page) in pages.Index())
        {
            Assert.Equal((3, poll.SpanId, poll.TraceId, 0), (page.Kind, page.ParentId, page.TraceId, page.Status));
            Assert.Equal(
                ("aws-api", "DataExchange", "ListJobs", "us-east-1", "127.0.0.1", "200"),
                (page.Attributes["rpc.system"], page.Attributes["rpc.service"], page.Attributes["rpc.method"],
                    page.Attributes["cloud.region"], page.Attributes["server.address"], page.Attributes["http.response.status_code"]));
            Assert.True(Guid.TryParse(page.Attributes["aws.request_id"], CultureInfo.InvariantCulture, out _));
            Assert.Equal("traced", page.Attributes["dxjobs.target"]);
            Assert.Equal(index, Number(page, "dxjobs.page.index"));
            Assert.Equal(index == pages.Count - 1 ? "true" : "false", page.Attributes["dxjobs.page.last"]);
        }

        // The account is learned from the first page, so that every page says which it is.
        Assert.All(pages, page => Assert.Equal("123456789012", page.Attributes["cloud.account.id"]));
        NothingForbidden(receiver, server.Endpoint.Port);
    }

    [Fact]
    public async Task Failures_and_retries_are_said_in_classes_and_never_in_AWS_s_words()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var server = await Accounts.StillAsync(100, new SimulatorFaults { Throttle = 1 });
        using var config = new ConfigFile($$"""
            poll: {interval: 2s, timeout: 2s}
            targets: [{name: throttled, region: us-east-1, endpoint_url: "{{server.Endpoint}}"}]
            """);
        await using var exporter = await ExporterProcess.ServeWithAsync(receiver.Environment, "--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Sum("dxjobs_poll_duration_seconds_count", ("outcome", "throttled")) > 0, "a poll that failed");
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);

        // The first poll may have found no time for a second try.
        var poll = receiver.Spans.First(s => s.Name == "dxjobs.poll" && s.Attributes.GetValueOrDefault("error.type") == "throttled");
        var page = receiver.Spans.First(s => s.ParentId == poll.SpanId);
        Assert.Equal(2, poll.Status);
        Assert.Equal((2, "429"), (page.Status, page.Attributes["http.response.status_code"]));
        Assert.Contains("retry", page.Events);
        NothingForbidden(receiver, server.Endpoint.Port);
    }

    [Fact]
    public async Task The_variables_of_spans_alone_say_where_they_go_too()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var exporter = await ExporterProcess.ServeWithAsync(receiver.EnvironmentOfTraces, "--simulate");
        await exporter.ReadyAsync();
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);

        Assert.Contains(receiver.Spans, s => s.Name == "dxjobs.poll");
    }

    private static int Number(ReceivedSpan span, string attribute) => int.Parse(span.Attributes[attribute], CultureInfo.InvariantCulture);

    private static void NothingForbidden(OtlpReceiver receiver, int port)
    {
        Assert.NotEmpty(receiver.Requests);
        Assert.All(receiver.Requests, request =>
        {
            var text = Encoding.Latin1.GetString(request).Replace("https://opentelemetry.io/schemas/", "", StringComparison.Ordinal);
            Assert.All(Forbidden.Append($":{port}"), word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        });
    }
}
