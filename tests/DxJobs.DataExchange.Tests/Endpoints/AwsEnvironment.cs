using Amazon.Runtime;

namespace DxJobs.DataExchange.Tests.Endpoints;

/// <summary>
/// The environment variables that the SDK looks at, set as a test wants them and put back at its end. The region that the SDK found for an
/// earlier test is forgotten: it would remember it for the process's life, and what a test sees would hang on which ran before it.
/// </summary>
internal sealed class AwsEnvironment : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_ENDPOINT_URL_DATAEXCHANGE", "AWS_ENDPOINT_URL", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE",
        "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_EC2_METADATA_DISABLED",
    ];

    private readonly Dictionary<string, string?> _before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public AwsEnvironment(params (string Name, string Value)[] values)
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        foreach (var (name, value) in values)
        {
            Assert.Contains(name, Names);
            Environment.SetEnvironmentVariable(name, value);
        }

        FallbackRegionFactory.Reset();
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        FallbackRegionFactory.Reset();
    }
}
