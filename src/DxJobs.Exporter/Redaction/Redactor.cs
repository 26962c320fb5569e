using System.Text.RegularExpressions;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Profiles;

namespace DxJobs.Exporter.Redaction;

/// <summary>Removes secrets from texts of others (exceptions, values of settings) before people see them.</summary>
internal static partial class Redactor
{
    /// <summary>What stands for a secret.</summary>
    public const string Mark = "…";

    /// <summary>The text without user info in URLs, their queries, access keys, tokens, and anything that this process was given as a secret.</summary>
    public static string Redact(string text) =>
        Redact(text, SecretSources.Read(Environment.GetEnvironmentVariable, AwsProfileFiles.Read().Paths));

    /// <summary>The same with these secrets.</summary>
    internal static string Redact(string text, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        return SecretRedactor.Redact(WithoutUserInfo(text));
    }

    /// <summary>The text without user names and passwords in URLs.</summary>
    public static string WithoutUserInfo(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? UserInfo().Replace(text, "$1" + Mark + "@") : text;

    [GeneratedRegex(@"([A-Za-z][A-Za-z0-9+.-]*://)[^\s/?#""'<>]*@", RegexOptions.NonBacktracking)]
    private static partial Regex UserInfo();
}
