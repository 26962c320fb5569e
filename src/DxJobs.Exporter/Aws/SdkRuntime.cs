using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;
using Amazon.SecurityToken;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Aws.Http;

namespace DxJobs.Exporter.Aws;

/// <summary>
/// Tells the AWS SDK of the clients that its credential chain needs for web identity, assumed roles and SSO. By itself it looks them up
/// by reflection, which a trimmed or natively compiled program doesn't have: then credentials fail at run time, without a word at build time.
/// </summary>
internal static class SdkRuntime
{
    /// <summary>Has to run before the first credentials are asked for; so it does when the program is loaded.</summary>
#pragma warning disable CA2255 // An application's own start, not a library's.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;

        // The SDK does not say what this client is to sign with. Web identity needs no signature, and roles are assumed by AssumedRole.
        registry.RegisterSecurityTokenServiceClient(context => new AmazonSecurityTokenServiceClient(
            new AnonymousAWSCredentials(),
            WithTimeouts(new AmazonSecurityTokenServiceConfig { RegionEndpoint = context.SecurityTokenServiceClientContextData.Region })));
        registry.RegisterSSOClient(context => new AmazonSSOClient(
            new AnonymousAWSCredentials(), WithTimeouts(new AmazonSSOConfig { RegionEndpoint = context.SSOClientContextData.Region })));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(), WithTimeouts(new AmazonSSOOIDCConfig { RegionEndpoint = context.SSOOIDCClientContextData.Region })));
    }

    private static T WithTimeouts<T>(T config)
        where T : ClientConfig
    {
        config.Timeout = StsEndpoint.Timeout;
        config.MaxErrorRetry = 1;
        config.HttpClientFactory = SharedHttpClientFactory.Instance;
        return config;
    }
}
