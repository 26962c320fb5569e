using System.Globalization;

namespace DxJobs.Simulator.Faults;

/// <summary>Faults to inject. Values are shares of all requests, 0 to 1, unless stated otherwise.</summary>
public sealed record SimulatorFaults
{
    /// <summary>No faults.</summary>
    public static readonly SimulatorFaults None = new();

    /// <summary><c>throttle</c>: 429 ThrottlingException.</summary>
    public double Throttle { get; init; }

    /// <summary><c>error</c>: 500 InternalServerException.</summary>
    public double Error { get; init; }

    /// <summary><c>malformed</c>: 200 with invalid JSON.</summary>
    public double Malformed { get; init; }

    /// <summary><c>drop</c>: the connection is reset instead of a response.</summary>
    public double Drop { get; init; }

    /// <summary><c>truncate</c>: the connection is closed in the middle of the body.</summary>
    public double Truncate { get; init; }

    /// <summary><c>hang</c>: no response until the client gives up.</summary>
    public double Hang { get; init; }

    /// <summary><c>html</c>: 502 with an HTML page, as a proxy responds.</summary>
    public double Html { get; init; }

    /// <summary><c>endless</c>: ListJobs always returns the first page, each time with a new NextToken.</summary>
    public double Endless { get; init; }

    /// <summary><c>bad-token</c>: a NextToken is rejected with ValidationException. Share of the requests with a token.</summary>
    public double BadToken { get; init; }

    /// <summary><c>access-denied</c>: 403 AccessDeniedException.</summary>
    public double AccessDenied { get; init; }

    /// <summary><c>expired</c>: 403 ExpiredTokenException.</summary>
    public double Expired { get; init; }

    /// <summary><c>latency</c>: added to the response time, such as <c>200ms</c> or <c>1.5s</c>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary><c>fail</c>: share of the jobs created from now on that fail; null for the load profile's.</summary>
    public double? Fail { get; init; }

    /// <summary>Parses a list such as <c>throttle=0.05,error=0.01,latency=200ms</c>; empty for none.</summary>
    /// <exception cref="FormatException">An entry is invalid; the message names it.</exception>
    public static SimulatorFaults Parse(string text)
    {
        var faults = None;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = at < 0 ? (part, "") : (part[..at], part[(at + 1)..]);
            faults = name switch
            {
                "throttle" => faults with { Throttle = Share(part, value) },
                "error" => faults with { Error = Share(part, value) },
                "malformed" => faults with { Malformed = Share(part, value) },
                "drop" => faults with { Drop = Share(part, value) },
                "truncate" => faults with { Truncate = Share(part, value) },
                "hang" => faults with { Hang = Share(part, value) },
                "html" => faults with { Html = Share(part, value) },
                "endless" => faults with { Endless = Share(part, value) },
                "bad-token" => faults with { BadToken = Share(part, value) },
                "access-denied" => faults with { AccessDenied = Share(part, value) },
                "expired" => faults with { Expired = Share(part, value) },
                "fail" => faults with { Fail = Share(part, value) },
                "latency" => faults with { Latency = Duration(part, value) },
                _ => throw new FormatException(
                    $"fault '{part}': unknown fault '{name}'; known faults: throttle, error, malformed, drop, truncate, hang, "
                    + "html, endless, bad-token, access-denied, expired, fail, latency"),
            };
        }

        return faults;
    }

    private static double Share(string part, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : throw new FormatException($"fault '{part}': '{value}' is not a share between 0 and 1, such as 0.05");

    private static TimeSpan Duration(string part, string value)
    {
        var unit = value.EndsWith("ms", StringComparison.Ordinal) ? "ms" : value.EndsWith('s') ? "s" : "";
        var hasNumber = double.TryParse(
            value[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return unit.Length > 0 && hasNumber && number <= 3_600_000
            ? unit == "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(Math.Min(number, 3600))
            : throw new FormatException(
                $"fault '{part}': '{value}' is not a duration of at most one hour, such as 200ms or 1.5s");
    }
}
