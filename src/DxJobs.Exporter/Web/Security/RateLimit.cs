using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>
/// <c>rate_limit</c>: a token bucket over all requests together, 429 when it is empty. Probes do not draw from it: a flood must not kill
/// the process.
/// </summary>
internal sealed class RateLimit(RequestDelegate next, WebConfigSource source, TimeProvider time)
{
    private readonly Lock _lock = new();
    private RateLimitSettings? _settings;
    private double _tokens;
    private long _filledAt;

    /// <summary>Lets a request pass or answers it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (source.Current.Config.RateLimit is not { } limit || ProbePaths.Contains(context.Request.Path) || Take(limit))
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = "1";
        return PlainTextResponse.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too many requests; see rate_limit in the web configuration");
    }

    private bool Take(RateLimitSettings limit)
    {
        lock (_lock)
        {
            if (_settings != limit)
            {
                (_settings, _tokens, _filledAt) = (limit, limit.Burst, time.GetTimestamp());
            }

            _tokens = Math.Min(limit.Burst, _tokens + (time.GetElapsedTime(_filledAt) / limit.Interval));
            _filledAt = time.GetTimestamp();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
