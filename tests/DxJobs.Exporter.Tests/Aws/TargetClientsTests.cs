using Amazon.DataExchange.Model;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Targets;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Aws;

[Collection(AwsEnvironment.Alone)]
public sealed class TargetClientsTests
{
    private static readonly Target Target = new() { Name = "prod", Region = "eu-central-1" };

    [Theory]
    [InlineData("eu-central-1", "dataexchange.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", "dataexchange.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "dataexchange.us-gov-west-1.amazonaws.com")]
    public void Without_more_a_target_is_at_its_regions_own_endpoint(string region, string host)
    {
        using var environment = new AwsEnvironment();

        Assert.Equal(host, AddressOf(Target with { Region = region }));
        Assert.True(ClientSettings.UsesAwsEndpoint(Target with { Region = region }));
    }

    [Fact]
    public void The_environment_can_name_another_and_the_services_own_variable_goes_first()
    {
        using var environment = new AwsEnvironment();
        environment["AWS_ENDPOINT_URL"] = "http://everything.test:1234";
        Assert.Equal("everything.test", AddressOf(Target));

        environment["AWS_ENDPOINT_URL_DATAEXCHANGE"] = "http://exchange.test:1234";
        Assert.Equal("exchange.test", AddressOf(Target));
        Assert.False(ClientSettings.UsesAwsEndpoint(Target));
    }

    [Fact]
    public void The_profile_can_name_another_and_the_targets_own_goes_before_all()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[profile p]\nendpoint_url = http://profile.test\naws_access_key_id = K\naws_secret_access_key = s\n");
        Assert.Equal("profile.test", AddressOf(Target with { Profile = "p" }));

        environment["AWS_ENDPOINT_URL"] = "http://everything.test";
        var own = Target with { Profile = "p", EndpointUrl = new Uri("https://vpce-1.dataexchange.eu-central-1.vpce.amazonaws.com") };
        Assert.Equal("vpce-1.dataexchange.eu-central-1.vpce.amazonaws.com", AddressOf(own));
        Assert.True(ClientSettings.UsesAwsEndpoint(own));
    }

    [Fact]
    public async Task Wherever_the_endpoint_is_the_signature_is_for_the_targets_region()
    {
        await using var fixture = await CredentialsFixture.StartAsync();
        fixture.SetKeys("BASE");

        await fixture.CallAsync(Target);
        await fixture.CallAsync(Target with { EndpointUrl = fixture.Aws.Address });

        Assert.Equal(["eu-central-1", "eu-central-1"], fixture.Aws.Of("ListJobs").Select(call => call.SigningRegion));
    }

    [Fact]
    public async Task The_client_itself_never_tries_again()
    {
        await using var fixture = await CredentialsFixture.StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.NextListJobsFailure = "ThrottlingException";

        var failure = await Assert.ThrowsAsync<ThrottlingException>(() => fixture.CallAsync(Target));

        Assert.Equal(CallOutcome.Throttled, FailureClassifier.Classify(failure));
        Assert.Single(fixture.Aws.Of("ListJobs"));
    }

    [Fact]
    public async Task Answers_tell_the_time_at_AWS()
    {
        await using var fixture = await CredentialsFixture.StartAsync();
        fixture.SetKeys("BASE");
        var clock = new ServerClock(new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        using var client = fixture.Clients.Open(Target, TimeSpan.FromSeconds(5), clock);

        await CredentialsFixture.CallAsync(client);

        Assert.InRange(TimeProvider.System.GetUtcNow() - clock.Now, TimeSpan.FromSeconds(-5), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void An_endpoint_that_makes_no_sense_is_refused_and_leaves_nothing_behind()
    {
        using var environment = new AwsEnvironment();
        environment["AWS_ENDPOINT_URL"] = "nonsense";
        var credentials = new TargetCredentials();

        var failure = Assert.ThrowsAny<Exception>(() => new TargetClients(credentials).Open(Target, TimeSpan.FromSeconds(5), new ServerClock(TimeProvider.System)));

        Assert.Contains("nonsense", FailureDescriptions.Describe(failure).Error, StringComparison.Ordinal);
        Assert.False(FailureClassifier.IsRetryable(FailureClassifier.Classify(failure)));
        Assert.Equal(0, credentials.Count);
    }

    private static string AddressOf(Target target)
    {
        using var client = new TargetClients(new TargetCredentials()).Open(target, TimeSpan.FromSeconds(5), new ServerClock(TimeProvider.System));
        return client.ServerAddress;
    }
}
