using OpenTelemetry.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// Renders the metrics into memory, one rendering at a time, through OpenTelemetry's Prometheus exporter. Requests that wait while another's
/// rendering runs share the next one: nobody gets numbers from before they asked, and a flood of scrapes costs no more
/// than one. What a slow client has yet to read is a finished copy, so it keeps nobody waiting.
/// </summary>
internal sealed class MetricsRenderer : IDisposable
{
    private readonly JobMetrics _jobs;
    private readonly RequestDelegate _exporter;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<ExpositionFormat, Task<ExpositionResponse>> _next = [];
    private int _lastLength;

    /// <summary>A renderer of what the provider's Prometheus exporter collects.</summary>
    public MetricsRenderer(MeterProvider provider, JobMetrics jobs, ProcessMetrics process, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(process); // needed only to be there: its series are the process's own
        _jobs = jobs;
        _exporter = new ApplicationBuilder(services)
            .UseOpenTelemetryPrometheusScrapingEndpoint(provider, static _ => true, path: null, configureBranchedPipeline: null, optionsName: null)
            .Build();
    }

    /// <summary>The metrics as they are now or a moment later.</summary>
    public Task<ExpositionResponse> RenderAsync(ExpositionFormat format)
    {
        lock (_next)
        {
            return _next.TryGetValue(format, out var next) ? next : _next[format] = RenderNextAsync(format);
        }
    }

    /// <summary>Takes away what must not be seen any more, for readers that do not come through here (OTLP).</summary>
    public async Task RefreshAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await PrepareAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Frees the gate.</summary>
    public void Dispose() => _gate.Dispose();

    private async Task<ExpositionResponse> RenderNextAsync(ExpositionFormat format)
    {
        await Task.Yield(); // out of the caller's lock
        await _gate.WaitAsync();
        try
        {
            lock (_next)
            {
                _next.Remove(format);
            }

            await PrepareAsync();
            return await CollectAsync(format);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PrepareAsync()
    {
        if (_jobs.Prepare())
        {
            await CollectAsync(default);
        }
    }

    private async Task<ExpositionResponse> CollectAsync(ExpositionFormat format)
    {
        using var body = new MemoryStream(_lastLength + _lastLength / 8);
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.Accept = format.Accept;
        context.Request.Headers.AcceptEncoding = format.AcceptEncoding;
        context.Response.Body = body;
        await _exporter(context);
        await context.Response.BodyWriter.FlushAsync();
        _lastLength = (int)body.Length;
        return new ExpositionResponse(
            context.Response.StatusCode,
            context.Response.ContentType,
            context.Response.Headers.ContentEncoding is [{ } encoding, ..] ? encoding : null,
            body.GetBuffer().AsMemory(0, (int)body.Length));
    }
}
