using System.Text;
using DxJobs.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Faults;

/// <summary>Draws for each request whether it goes wrong, and lets it.</summary>
internal sealed class FaultInjector(TimeProvider clock, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>What goes wrong now; may change at any time.</summary>
    public SimulatorFaults Faults { get; set; } = SimulatorFaults.None;

    /// <summary>Whether an endless list is to be given.</summary>
    public bool DrawEndless() => Draw(Faults.Endless);

    /// <summary>Whether a token is to be refused.</summary>
    public bool DrawBadToken() => Draw(Faults.BadToken);

    /// <summary>Delays, and answers wrongly where that is drawn. True if the request has been dealt with.</summary>
    public async Task<bool> InterfereAsync(HttpContext context)
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

        var refusal = Draw(faults.Throttle) ? Refusal.Throttled
            : Draw(faults.Error) ? Refusal.Internal
            : Draw(faults.AccessDenied) ? Refusal.AccessDenied("The caller is not authorized to perform: dataexchange:ListJobs")
            : Draw(faults.Expired) ? Refusal.ExpiredToken
            : null;
        if (refusal is not null)
        {
            await refusal.WriteAsync(context);
            return true;
        }

        if (Draw(faults.Html))
        {
            context.Response.StatusCode = 502;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>", context.RequestAborted);
            return true;
        }

        if (Draw(faults.Malformed))
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"Jobs\": [{\"Id\": \"" + SimulatorCanary.Text, context.RequestAborted);
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
