using System.Globalization;
using System.Text.Json;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Web.Api;
using DxJobs.Exporter.Web.Health;
using DxJobs.Exporter.Web.Page;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Settings;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Server;

/// <summary>Every path but the metrics: the page and its files, its JSON, the probes, and "not found" for the rest.</summary>
/// <param name="board">The statuses to show.</param>
/// <param name="heartbeat">The pulse of polling.</param>
/// <param name="options">The configuration in force; it may change while the process runs.</param>
/// <param name="time">The clock.</param>
/// <param name="about">What the exporter says of itself.</param>
internal sealed class WebEndpoints(StatusBoard board, PollingHeartbeat heartbeat, Func<ExporterOptions> options, TimeProvider time, ExporterInfo about)
{
    /// <summary>Puts them on a server. Methods are not looked at here: see <see cref="MethodFilter"/>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/", Page);
        routes.Map(WebPaths.Status, Status);
        routes.Map(WebPaths.StyleSheet, context => Asset(context, "text/css; charset=utf-8", PageAssets.StyleSheet));
        routes.Map(WebPaths.Icon, context => Asset(context, "image/svg+xml", PageAssets.Icon));
        routes.Map(WebPaths.Health, Healthz);
        routes.Map(WebPaths.Ready, Readyz);
        var nothing = $"Nothing is here. The status page is at / and the metrics at {about.TelemetryPath}.";
        routes.MapFallback("{**path}", context => Text(context, StatusCodes.Status404NotFound, nothing));
    }

    private Task Page(HttpContext context)
    {
        var refresh = context.Request.Query["refresh"] != "off";
        var view = View(context, refresh);
        if (view.RefreshEvery is { } every)
        {
            context.Response.Headers["Refresh"] = every.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(StatusPage.Render(view), context.RequestAborted);
    }

    private Task Status(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var document = View(context, refresh: false).Document();
        return JsonSerializer.SerializeAsync(context.Response.Body, document, StatusJson.Default.StatusDocument, context.RequestAborted);
    }

    private StatusView View(HttpContext context, bool refresh) =>
        StatusView.Of(board, options(), time.GetUtcNow(), about, context.Request.Query["target"], refresh);

    private Task Healthz(HttpContext context)
    {
        var interval = options().Poll.Interval;
        if (!board.Targets.Any() || !heartbeat.Stalled(interval))
        {
            return Text(context, StatusCodes.Status200OK, "ok");
        }

        return Text(
            context,
            StatusCodes.Status503ServiceUnavailable,
            $"polling has stalled: no poll has ended for {DisplayFormat.Span(heartbeat.TimeSinceLastPoll)}, and one should every {DisplayFormat.Span(interval)}");
    }

    private Task Readyz(HttpContext context)
    {
        var missing = Readiness.Missing(board);
        return missing.Count == 0
            ? Text(context, StatusCodes.Status200OK, "ready")
            : Text(context, StatusCodes.Status503ServiceUnavailable, "waiting for the first poll of: " + string.Join(", ", missing));
    }

    private static Task Asset(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static Task Text(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
