using System.IO.Compression;
using System.Text;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Tests.Metrics;
using DxJobs.Exporter.Web.Server;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Exporter.Tests.Web.Server;

public sealed class ScrapeEndpointTests
{
    [Theory]
    [InlineData("", "text/plain; charset=utf-8; version=0.0.4")]
    [InlineData("text/html, */*;q=0.1", "text/plain; charset=utf-8; version=0.0.4")]
    [InlineData("application/openmetrics-text; version=1.0.0", "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores")]
    [InlineData("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.4", "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores")]
    public async Task The_format_is_negotiated(string accept, string contentType)
    {
        await using var metrics = new MetricsHarness();
        var (context, body) = await AskAsync(metrics, request => request.Headers.Accept = accept);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        Assert.Equal(
            contentType.Split("; ").Order(), context.Response.ContentType!.Split(';', StringSplitOptions.TrimEntries).Order());
        Assert.Equal(body.Length, context.Response.ContentLength);
        Assert.Contains("dxjobs_build_info{", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_compressed_on_request()
    {
        await using var metrics = new MetricsHarness();
        var (context, body) = await AskAsync(metrics, request => request.Headers.AcceptEncoding = "gzip");

        Assert.Equal("gzip", context.Response.Headers.ContentEncoding);
        using var text = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        Assert.Contains("dxjobs_build_info{", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_has_no_body()
    {
        await using var metrics = new MetricsHarness();

        var (head, body) = await AskAsync(metrics, request => request.Method = "HEAD");
        Assert.Equal((StatusCodes.Status200OK, 0), (head.Response.StatusCode, body.Length));
    }

    [Fact]
    public async Task A_client_that_does_not_read_keeps_nobody_else_waiting_and_is_let_go_when_the_request_is_cancelled()
    {
        await using var metrics = new MetricsHarness();
        using var stuck = new StuckStream();
        using var over = new CancellationTokenSource();
        var context = Request(stuck);
        context.RequestAborted = over.Token;
        var scrape = metrics.Get<ScrapeEndpoint>().HandleAsync(context);
        await stuck.Reached.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.NotEmpty(await metrics.SamplesAsync("dxjobs_build_info"));
        Assert.False(scrape.IsCompleted);
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scrape.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_at_once_share_renderings_and_each_is_as_new_as_its_request()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        for (var round = 1; round <= 20; round++)
        {
            metrics.Polls.PageRead(target, 1);
            var renderings = Enumerable.Range(0, 50).Select(_ => metrics.Get<MetricsRenderer>().RenderAsync(new ExpositionFormat("", ""))).ToArray();
            var distinct = (await Task.WhenAll(renderings)).Distinct(ReferenceEqualityComparer.Instance).Cast<ExpositionResponse>().ToArray();

            Assert.InRange(distinct.Length, 1, 10);
            Assert.All(distinct, e => Assert.Contains(
                $"dxjobs_pages_read_total{{region=\"us-east-1\",target=\"prod\"}} {round}\n", Encoding.UTF8.GetString(e.Body.Span), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_same_text_is_there_without_a_request()
    {
        await using var metrics = new MetricsHarness();

        Assert.Contains("\ndxjobs_config_last_reload_successful{} 1\n", await TextExposition.RenderAsync(metrics.Services), StringComparison.Ordinal);
        metrics.Get<ProcessMetrics>().LastReloadSuccessful = false;
        Assert.Contains("\ndxjobs_config_last_reload_successful{} 0\n", await TextExposition.RenderAsync(metrics.Services), StringComparison.Ordinal);
    }

    private static async Task<(HttpContext Context, byte[] Body)> AskAsync(MetricsHarness metrics, Action<HttpRequest> with)
    {
        using var body = new MemoryStream();
        var context = Request(body);
        with(context.Request);
        await metrics.Get<ScrapeEndpoint>().HandleAsync(context);
        return (context, body.ToArray());
    }

    private static DefaultHttpContext Request(Stream body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Response.Body = body;
        return context;
    }

    /// <summary>A client that never reads.</summary>
    private sealed class StuckStream : MemoryStream
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }
}
