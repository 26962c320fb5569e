using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Server;

/// <summary>
/// What stands before every endpoint, the metrics included, in the one order that is right: the cheapest refusal first, and headers on
/// all of them.
/// </summary>
internal static class WebPipeline
{
    /// <summary>Puts it before whatever is mapped or used afterwards.</summary>
    /// <param name="app">The server.</param>
    /// <param name="source">The web configuration.</param>
    /// <param name="passwords">The password check; disposed by its owner.</param>
    /// <param name="time">The clock.</param>
    /// <param name="about">Where the metrics are.</param>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app, WebConfigSource source, PasswordCheck passwords, TimeProvider time, ExporterInfo about)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILogger<ScrapeTimeLimit>>();
        app.Use(next => new SecurityHeaders(next, source).InvokeAsync);
        app.Use(next => new MethodFilter(next).InvokeAsync);
        app.Use(next => new RateLimit(next, source, time).InvokeAsync);
        app.Use(next => new BasicAuth(next, source, passwords).InvokeAsync);
        app.Use(next => new ScrapeTimeLimit(next, about, time, logger).InvokeAsync);
        return app;
    }
}
