using System.Globalization;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>
/// Ends a scrape that its asker no longer waits for. Prometheus says in <c>X-Prometheus-Scrape-Timeout-Seconds</c> how long it waits; we
/// stop a little earlier, so that it learns why, and never take longer than <see cref="Longest"/>. Work that does not
/// heed its cancellation, such as writing to a client that does not read, is cut off with the connection.
/// </summary>
internal sealed class ScrapeTimeLimit(RequestDelegate next, ExporterInfo about, TimeProvider time, ILogger<ScrapeTimeLimit> logger)
{
    /// <summary>The header of Prometheus's scrapes.</summary>
    public const string Header = "X-Prometheus-Scrape-Timeout-Seconds";

    /// <summary>The limit of a scrape without that header, and the highest one with it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>What the answer needs on its way.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromMilliseconds(250);

    /// <summary>What cancelled work gets to end by itself.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>Puts the limit around a scrape; other paths pass.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments(about.TelemetryPath) ? ScrapeAsync(context, Limit(context.Request.Headers[Header])) : next(context);

    /// <summary>The limit that a header's value asks for.</summary>
    internal static TimeSpan Limit(string? header)
    {
        if (!double.TryParse(header, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !(seconds > 0) || seconds >= Longest.TotalSeconds)
        {
            return Longest;
        }

        // A limit too short to take the head from is halved instead.
        var asked = TimeSpan.FromSeconds(seconds);
        return asked > 2 * Head ? asked - Head : asked / 2;
    }

    private async Task ScrapeAsync(HttpContext context, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        await using var cut = time.CreateTimer(_ => context.Abort(), null, limit + Grace, Timeout.InfiniteTimeSpan);
        var aborted = context.RequestAborted;
        context.RequestAborted = stop.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            WebLog.ScrapeCutOff(logger, limit.TotalSeconds);
            context.RequestAborted = aborted;
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            var words = string.Create(CultureInfo.InvariantCulture, $"the scrape took longer than {limit.TotalSeconds:0.###} s");
            await PlainTextResponse.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, words);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }
}
