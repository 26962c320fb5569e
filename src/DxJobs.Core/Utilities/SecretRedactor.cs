using System.Buffers;
using System.Text.RegularExpressions;

namespace DxJobs.Core.Utilities;

/// <summary>Takes out of a text what may be a secret: the queries of URLs (signatures), access key ids, tokens of pages, whatever is long and looks like one.</summary>
internal static partial class SecretRedactor
{
    /// <summary>What the expressions of <see cref="RedactSigned"/> begin with. Hardly a message has any, and without them the expressions cost megabytes for nothing.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(["://", "X-Amz-", "AKIA", "ASIA"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without them.</summary>
    public static string Redact(string text) => LongToken().Replace(NextToken().Replace(RedactSigned(text), "$1…"), "…");

    /// <summary>The text without what signs a request. Long words stay: in the message of a job they are names of files.</summary>
    public static string RedactSigned(string text) => text.AsSpan().ContainsAny(Signs)
        ? AccessKey().Replace(SignedParameter().Replace(UrlQuery().Replace(text, "$1?…"), "$1…"), "…")
        : text;

    [GeneratedRegex(@"(https?://[^\s?""']+)\?[^\s""']+", RegexOptions.NonBacktracking)]
    private static partial Regex UrlQuery();

    [GeneratedRegex(@"(X-Amz-[A-Za-z-]+=)[^\s&""']+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignedParameter();

    [GeneratedRegex("(AKIA|ASIA)[A-Z0-9]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex AccessKey();

    [GeneratedRegex(@"(next[ _-]?token['""]?\s*[:=]\s*['""]?)[^\s'"",;&]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextToken();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{65,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongToken();
}
