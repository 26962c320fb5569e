namespace DxJobs.Exporter.Tests.Aws;

/// <summary>
/// The process's environment as a test wants the AWS SDK to find it: none of the AWS variables of whoever runs the tests, files of the test's own,
/// no instance metadata. As it was before when disposed. The environment is the whole process's: only for tests of <see cref="Alone"/>.
/// </summary>
internal sealed class AwsEnvironment : IDisposable
{
    /// <summary>The collection of tests that no others run beside.</summary>
    public const string Alone = "AWS environment";

    private readonly Dictionary<string, string?> _before = [];

    public AwsEnvironment()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal) && name is not ("AWS_CONFIG_FILE" or "AWS_SHARED_CREDENTIALS_FILE"))
            {
                this[name] = null;
            }
        }

        this["AWS_EC2_METADATA_DISABLED"] = "true";
    }

    public string? this[string name]
    {
        set
        {
            _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        AwsFiles.WriteConfig("");
    }
}
