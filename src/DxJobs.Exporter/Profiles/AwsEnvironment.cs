namespace DxJobs.Exporter.Profiles;

/// <summary>
/// Removes white space around the variables that the AWS SDK and .NET read themselves, and variables that are empty: a Kubernetes secret made
/// with <c>echo</c> ends in a newline, and an empty variable is absent to AWS's tools.
/// </summary>
internal static class AwsEnvironment
{
    /// <summary>Does so for this process. Has to run before the AWS SDK is used.</summary>
    public static void Clean()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            var value = Environment.GetEnvironmentVariable(name) ?? "";
            if (value.Trim() is var trimmed && (trimmed.Length == 0 || trimmed.Length != value.Length))
            {
                Environment.SetEnvironmentVariable(name, trimmed.Length == 0 ? null : trimmed);
            }
        }
    }
}
