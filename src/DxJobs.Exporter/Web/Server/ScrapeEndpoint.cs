using DxJobs.Exporter.Metrics;
using Microsoft.Net.Http.Headers;

namespace DxJobs.Exporter.Web.Server;

/// <summary>
/// Answers scrapes: text or OpenMetrics as the scraper accepts. Who may ask, how, and for how long is the web pipeline's business, which
/// cancels <see cref="HttpContext.RequestAborted"/> when the time is over.
/// </summary>
internal sealed class ScrapeEndpoint(MetricsRenderer renderer)
{
    /// <summary>Handles one request, whatever its path.</summary>
    /// <exception cref="OperationCanceledException">The request has been cancelled.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        var format = new ExpositionFormat(context.Request.Headers.Accept.ToString(), context.Request.Headers.AcceptEncoding.ToString());
        var exposition = await renderer.RenderAsync(format).WaitAsync(context.RequestAborted);
        await WriteAsync(context, exposition, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, ExpositionResponse exposition, CancellationToken cancellation)
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
}
