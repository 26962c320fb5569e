using System.Globalization;

namespace DxJobs.Core.Utilities;

/// <summary>Durations as Prometheus writes them: <c>30s</c>, <c>1h30m</c>, <c>90d</c>; units y, w, d, h, m, s, ms, each at most once, largest first.</summary>
internal static class PrometheusDuration
{
    private static readonly (string Unit, long Milliseconds)[] Units =
    [
        ("y", 365L * 24 * 3600 * 1000), ("w", 7L * 24 * 3600 * 1000), ("d", 24L * 3600 * 1000), ("h", 3600L * 1000), ("m", 60L * 1000), ("s", 1000L), ("ms", 1L),
    ];

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none, or it is longer than a <see cref="TimeSpan"/> can be.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException($"'{text}' is not a duration such as 30s, 5m or 1h30m");

    /// <summary>Reads one, if it is one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        var rest = text.AsSpan();
        var next = 0;
        var total = 0L;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || !long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAnyExceptInRange('a', 'z');
            var unit = letters < 0 ? rest : rest[..letters];
            var at = next;
            while (at < Units.Length && !unit.SequenceEqual(Units[at].Unit))
            {
                at++;
            }

            if (at == Units.Length || number > (TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond - total) / Units[at].Milliseconds)
            {
                return false;
            }

            total += number * Units[at].Milliseconds;
            next = at + 1;
            rest = rest[unit.Length..];
        }

        duration = TimeSpan.FromMilliseconds(total);
        return next > 0;
    }

    /// <summary>Writes one in the shortest form: <c>90s</c> becomes <c>1m30s</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var rest = (long)duration.TotalMilliseconds;
        if (rest == 0)
        {
            return "0s";
        }

        var text = "";
        foreach (var (unit, milliseconds) in Units)
        {
            // Weeks and years read badly beside days: 90d, not 12w6d.
            if (unit is not ("y" or "w") && rest >= milliseconds)
            {
                text += $"{rest / milliseconds}{unit}";
                rest %= milliseconds;
            }
        }

        return text;
    }
}
