using System.Text;
using DxJobs.Simulator.Protocol;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Faults;

/// <summary>Injects faults into requests at random.</summary>
internal sealed class FaultInjector(TimeProvider clock, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Current faults; may change at any time.</summary>
    public SimulatorFaults Faults { get; set; } = SimulatorFaults.None;

    /// <summary>Whether to return an endless list.</summary>
    public bool DrawEndless() => Draw(Faults.Endless);

    /// <summary>Whether to reject a token.</summary>
    public bool DrawBadToken() => Draw(Faults.BadToken);

    /// <summary>Applies the latency, and responds with a fault if one is drawn.</summary>
    /// <returns>Whether the request has been handled.</returns>
    public async Task<bool> TryInjectAsync(HttpContext context)
    {
        var faults = Faults;
        if (faults.Latency > TimeSpan.Zero)
        {
            await Task.Delay(faults.Latency, clock, context.RequestAborted);
        }

        if (Draw(faults.Drop))
        {
            context.Abort();
            return true;
        }

        if (Draw(faults.Hang))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted);
        }

        var error = Draw(faults.Throttle) ? ApiException.Throttled
            : Draw(faults.Error) ? ApiException.Internal
            : Draw(faults.AccessDenied)
                ? ApiException.AccessDenied("The caller is not authorized to perform: dataexchange:ListJobs")
            : Draw(faults.Expired) ? ApiException.ExpiredToken
            : null;
        if (error is not null)
        {
            await error.WriteAsync(context);
            return true;
        }

        if (Draw(faults.Html))
        {
            context.Response.StatusCode = 502;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(
                "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>", context.RequestAborted);
            return true;
        }

        if (Draw(faults.Malformed))
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"Jobs\": [{\"Id\": \"" + Canary.Text, context.RequestAborted);
            return true;
        }

        if (Draw(faults.Truncate))
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"Jobs\": [{\"Id\": \""), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return true;
        }

        return false;
    }

    private bool Draw(double share)
    {
        if (share <= 0)
        {
            return false;
        }

        lock (_random)
        {
            return _random.NextDouble() < share;
        }
    }
}
