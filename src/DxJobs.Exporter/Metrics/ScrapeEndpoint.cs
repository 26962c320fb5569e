using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace DxJobs.Exporter.Metrics;

/// <summary>Answers scrapes: text or OpenMetrics as the scraper accepts, within the time that it gives.</summary>
internal sealed class ScrapeEndpoint(MetricsRenderer renderer, TimeProvider time)
{
    /// <summary>The longest that a scrape may take, reading by the client included, whatever the client says.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const string TimeoutHeader = "X-Prometheus-Scrape-Timeout-Seconds";

    /// <summary>Handles one request, whatever its path.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        using var limit = new CancellationTokenSource(LimitOf(context.Request), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            var format = new ExpositionFormat(context.Request.Headers.Accept.ToString(), context.Request.Headers.AcceptEncoding.ToString());
            var exposition = await renderer.RenderAsync(format).WaitAsync(either.Token);
            await WriteAsync(context, exposition, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static Task WriteAsync(HttpContext context, Exposition exposition, CancellationToken cancellation)
    {
        var response = context.Response;
        response.StatusCode = exposition.Status;
        response.ContentType = exposition.ContentType;
        response.ContentLength = exposition.Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = new([HeaderNames.Accept, HeaderNames.AcceptEncoding]);
        if (exposition.ContentEncoding is { } encoding)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(exposition.Body, cancellation).AsTask();
    }

    private static TimeSpan LimitOf(HttpRequest request) =>
        double.TryParse(request.Headers[TimeoutHeader].ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds < TimeLimit.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeLimit;
}
