using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Paging;

/// <summary>Takes out of a text what may be a secret: the queries of URLs (signatures), access key ids, long tokens.</summary>
internal static partial class SecretText
{
    /// <summary>The text without them.</summary>
    public static string Redact(string text) => LongToken().Replace(AccessKey().Replace(UrlQuery().Replace(text, "$1?…"), "…"), "…");

    [GeneratedRegex(@"(https?://[^\s?""']+)\?[^\s""']+", RegexOptions.NonBacktracking)]
    private static partial Regex UrlQuery();

    [GeneratedRegex("(AKIA|ASIA)[A-Z0-9]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex AccessKey();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{65,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongToken();
}
