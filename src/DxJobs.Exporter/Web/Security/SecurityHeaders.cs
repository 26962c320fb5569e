namespace DxJobs.Exporter.Web.Security;

/// <summary>
/// Headers on every answer, refusals included: no scripts, no frames, nothing from elsewhere, no guessing of types, no referrers. The
/// web configuration's own headers take the place of ours.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, WebConfigSource source)
{
    /// <summary>What a browser may do with the page: load our style sheet and icon, and nothing else.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets them before anything is written.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "deny";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        foreach (var (name, value) in source.Current.Config.Headers)
        {
            headers[name] = value;
        }

        return next(context);
    }
}
