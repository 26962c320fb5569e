namespace DxJobs.Exporter.Web.Security;

/// <summary>Nothing here can be changed from outside: GET and HEAD, and 405 for every other method.</summary>
internal sealed class MethodFilter(RequestDelegate next)
{
    /// <summary>Lets a request pass or answers it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return PlainTextResponse.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "only GET and HEAD are answered here");
    }
}
