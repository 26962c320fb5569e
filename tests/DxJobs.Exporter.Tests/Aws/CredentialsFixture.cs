using Amazon.DataExchange.Model;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Targets;
using DxJobs.Testing.Aws;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Aws;

/// <summary>A stand-in for AWS, an environment that points to it, and clients of targets in it.</summary>
internal sealed class CredentialsFixture : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/dxjobs-read";

    private CredentialsFixture(FakeAws aws)
    {
        Aws = aws;
        aws.Expiration = () => Clock.GetUtcNow().AddHours(1);
        Environment["AWS_ENDPOINT_URL"] = aws.Address.AbsoluteUri;
        Credentials = new TargetCredentials(null, Clock);
        Clients = new TargetClients(Credentials);
    }

    public AwsEnvironment Environment { get; } = new();

    public FakeAws Aws { get; }

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public TargetCredentials Credentials { get; }

    public TargetClients Clients { get; }

    public static async Task<CredentialsFixture> StartAsync() => new(await FakeAws.StartAsync());

    public TargetClient Open(Target target) => Clients.Open(target, TimeSpan.FromSeconds(20), new ServerClock(TimeProvider.System));

    /// <summary>One call of a target with a client of its own.</summary>
    public async Task CallAsync(Target target)
    {
        using var client = Open(target);
        await CallAsync(client);
    }

    public static Task CallAsync(TargetClient client) => client.Client.ListJobsAsync(new ListJobsRequest(), TestContext.Current.CancellationToken);

    /// <summary>Keys in the environment.</summary>
    public void SetKeys(string accessKeyId)
    {
        Environment["AWS_ACCESS_KEY_ID"] = accessKeyId;
        Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
    }

    public async ValueTask DisposeAsync()
    {
        Environment.Dispose();
        await Aws.DisposeAsync();
    }
}
