using System.Globalization;
using DxJobs.Core.Failures;
using static System.FormattableString;

namespace DxJobs.Exporter.Web.Status;

/// <summary>Numbers, times and outcomes as people say them.</summary>
internal static class DisplayFormat
{
    /// <summary>Digits in groups of three: <c>12 345</c>, with a narrow no-break space.</summary>
    public static string Count(long number) => number.ToString("#,0", Grouped);

    /// <summary>A length of time in its two largest units: <c>42 s</c>, <c>3 min 5 s</c>, <c>2 h 4 min</c>, <c>12 d 3 h</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.Zero => Span(TimeSpan.Zero),
        _ when span < TimeSpan.FromMinutes(1) => Invariant($"{(int)span.TotalSeconds} s"),
        _ when span < TimeSpan.FromHours(1) => span.Seconds == 0 ? Invariant($"{span.Minutes} min") : Invariant($"{span.Minutes} min {span.Seconds} s"),
        _ when span < TimeSpan.FromDays(1) => span.Minutes == 0 ? Invariant($"{span.Hours} h") : Invariant($"{span.Hours} h {span.Minutes} min"),
        _ => span.Hours == 0 ? Invariant($"{span.Days} d") : Invariant($"{span.Days} d {span.Hours} h"),
    };

    /// <summary>How long something took: <c>85 ms</c>, <c>1.2 s</c>, then as <see cref="Span"/>.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.FromSeconds(1) => Invariant($"{span.TotalMilliseconds:0} ms"),
        _ when span < TimeSpan.FromMinutes(1) => Invariant($"{span.TotalSeconds:0.0} s"),
        _ => Span(span),
    };

    /// <summary>How long ago: <c>42 s ago</c>. A clock that is a little ahead of ours is no miracle: <c>just now</c>.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => now - at < TimeSpan.FromSeconds(1) ? "just now" : Span(now - at) + " ago";

    /// <summary>A moment to the second, in UTC: <c>2026-11-23 03:12:07 UTC</c>.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment as <c>&lt;time datetime&gt;</c> and JSON want it.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A limit's value, without noise behind the point.</summary>
    public static string Value(double value) => value.ToString("#,0.###", Grouped);

    /// <summary>A part of a whole: <c>12 %</c>, <c>0.4 %</c>, with a no-break space; a dash of nothing.</summary>
    public static string Share(long part, long whole) => (whole == 0 ? double.NaN : part * 100.0 / whole) switch
    {
        double.NaN => "–",
        0 => "0\u00a0%",
        < 10 and var few => Invariant($"{few:0.0}\u00a0%"),
        var many => Invariant($"{many:0}\u00a0%"),
    };

    /// <summary>The outcome of a poll for someone who has never read the code.</summary>
    public static string Outcome(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Ok => "succeeded",
        CallOutcome.Throttled => "throttled by AWS",
        CallOutcome.Validation => "refused by AWS as invalid",
        CallOutcome.NotFound => "not found",
        CallOutcome.Credentials => "credentials unusable",
        CallOutcome.AccessDenied => "access denied",
        CallOutcome.ExpiredCredentials => "credentials expired",
        CallOutcome.Internal => "AWS failed",
        CallOutcome.Timeout => "timed out",
        CallOutcome.Network => "no connection",
        CallOutcome.Malformed => "answer not understood",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>A text as a sentence among others: a capital first, a full stop last.</summary>
    public static string Sentence(string text)
    {
        var words = text.Trim();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '!' or '?' ? "" : ".");
    }

    /// <summary>A number with its noun: <c>1 page</c>, <c>2 pages</c>.</summary>
    public static string Plural(long number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = "\u202f" };
}
