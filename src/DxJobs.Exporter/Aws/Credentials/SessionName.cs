namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>The name of a role session: what CloudTrail shows as the caller.</summary>
internal static class SessionName
{
    private const int MaxLength = 64;

    /// <summary><c>dxjobs-exporter-</c> and the target's name in the letters that STS allows, at most 64 of them.</summary>
    public static string Of(string targetName)
    {
        var name = string.Create(null, $"dxjobs-exporter-{targetName}");
        return string.Create(Math.Min(name.Length, MaxLength), name, (letters, whole) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = IsAllowed(whole[i]) ? whole[i] : '-';
            }
        });
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || "_+=,.@-".Contains(letter, StringComparison.Ordinal);
}
