namespace DxJobs.Exporter.Web.Security;

/// <summary>Answers to requests that get no further.</summary>
internal static class PlainTextResponse
{
    /// <summary>Writes one, as plain text and never to be kept.</summary>
    public static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
