using System.Text.RegularExpressions;

namespace DxJobs.Core.Utilities;

/// <summary>What the exporter reads out of ARNs, of any partition.</summary>
internal static partial class AwsArn
{
    /// <summary>The twelve digits of the account in an ARN, such as a role's or a job's; null if there are none.</summary>
    public static string? AccountOf(string? arn) => arn is not null && Account().Match(arn) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}):.")]
    private static partial Regex Account();
}
