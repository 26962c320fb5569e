using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Targets;
using static DxJobs.Exporter.Tests.Aws.CredentialsFixture;

namespace DxJobs.Exporter.Tests.Aws.Credentials;

[Collection(AwsEnvironment.Alone)]
public sealed class AssumedRoleTests
{
    private static readonly Target Target = new() { Name = "provider prod/ünï", Region = "eu-west-1", RoleArn = Role, ExternalId = "ext-42" };

    [Fact]
    public async Task A_role_is_assumed_with_its_external_id_in_the_targets_region_and_then_signs()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.ExternalId = "ext-42";

        await fixture.CallAsync(Target);

        var assumed = Assert.Single(fixture.Aws.Of("AssumeRole"));
        Assert.Equal(("BASE", "eu-west-1"), (assumed.AccessKeyId, assumed.SigningRegion));
        Assert.Equal((Role, "ext-42"), (assumed.Form["RoleArn"], assumed.Form["ExternalId"]));
        Assert.Equal("dxjobs-exporter-provider-prod--n-", assumed.Form["RoleSessionName"]);
        var call = Assert.Single(fixture.Aws.Of("ListJobs"));
        Assert.Equal(("LENT1", "eu-west-1", "token-1"), (call.AccessKeyId, call.SigningRegion, call.SessionToken));
    }

    [Fact]
    public async Task All_regions_of_an_account_share_one_session()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        using var first = fixture.Open(Target);
        using var second = fixture.Open(Target with { Region = "us-east-1" });

        await CallAsync(first);
        await CallAsync(second);

        Assert.Single(fixture.Aws.Of("AssumeRole"));
        Assert.Equal(["eu-west-1", "us-east-1"], fixture.Aws.Of("ListJobs").Select(call => call.SigningRegion));
        Assert.All(fixture.Aws.Of("ListJobs"), call => Assert.Equal("LENT1", call.AccessKeyId));
    }

    [Fact]
    public async Task Another_external_id_is_another_session()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        using var first = fixture.Open(Target);
        using var second = fixture.Open(Target with { ExternalId = "other" });

        await CallAsync(first);
        await CallAsync(second);

        Assert.Equal(["ext-42", "other"], fixture.Aws.Of("AssumeRole").Select(call => call.Form["ExternalId"]));
    }

    [Fact]
    public async Task Many_that_need_a_role_at_the_same_time_assume_it_once()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        var gate = new TaskCompletionSource();
        fixture.Aws.StsGate = gate.Task;
        var clients = Enumerable.Range(0, 30).Select(i => fixture.Open(Target with { Region = i % 2 == 0 ? "eu-west-1" : "us-east-1" })).ToList();

        var calls = clients.ConvertAll(CallAsync);
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(fixture.Aws.Of("AssumeRole"));
        clients.ForEach(client => client.Dispose());
        Assert.Equal(0, fixture.Credentials.Count);
    }

    [Fact]
    public async Task A_session_is_renewed_before_it_ends()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        using var client = fixture.Open(Target);
        await CallAsync(client);

        fixture.Clock.Advance(TimeSpan.FromMinutes(54));
        await CallAsync(client);
        Assert.Single(fixture.Aws.Of("AssumeRole"));

        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        await CallAsync(client);
        Assert.Equal(["LENT1", "LENT1", "LENT2"], fixture.Aws.Of("ListJobs").Select(call => call.AccessKeyId));
    }

    [Fact]
    public async Task While_it_cannot_be_renewed_the_session_serves_to_its_end()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        using var client = fixture.Open(Target);
        await CallAsync(client);
        fixture.Aws.StsFailure = (403, "AccessDenied", "no");

        fixture.Clock.Advance(TimeSpan.FromMinutes(56));
        await CallAsync(client);
        Assert.Equal("LENT1", fixture.Aws.Of("ListJobs")[^1].AccessKeyId);

        fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<CredentialsException>(() => CallAsync(client));
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("ExpiredToken")]
    public async Task When_AWS_says_that_it_has_expired_the_next_call_has_a_new_one(string code)
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        using var client = fixture.Open(Target);
        fixture.Aws.NextListJobsFailure = code;

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(client));
        await CallAsync(client);

        Assert.Equal(CallOutcome.ExpiredCredentials, FailureClassifier.Classify(failure));
        Assert.Equal(["LENT1", "LENT2"], fixture.Aws.Of("ListJobs").Select(call => call.AccessKeyId));
    }

    [Fact]
    public async Task A_refusal_is_access_denied_says_what_to_check_and_is_not_repeated_at_once()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.ExternalId = "something else";
        using var client = fixture.Open(Target);

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => CallAsync(client));
        await Assert.ThrowsAsync<CredentialsException>(() => CallAsync(client));

        Assert.Equal(CallOutcome.AccessDenied, FailureClassifier.Classify(failure));
        var (error, hint) = FailureDescriptions.Describe(failure);
        Assert.StartsWith($"role {Role} cannot be assumed: AWS denied access (AccessDenied)", error, StringComparison.Ordinal);
        Assert.Contains("external_id", hint, StringComparison.Ordinal);
        Assert.Single(fixture.Aws.Of("AssumeRole"));
        Assert.Empty(fixture.Aws.Of("ListJobs"));

        fixture.Aws.ExternalId = null;
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await CallAsync(client);
    }

    /// <summary>Sessions of EKS Pod Identity hand their tags on, which roles written for IRSA don't allow.</summary>
    [Fact]
    public async Task A_refusal_of_the_session_s_tags_says_what_to_allow()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.StsFailure = (403, "AccessDenied", $"User: arn:aws:sts::111111111111:assumed-role/r/s is not authorized to perform: sts:TagSession on resource: {Role}");

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => fixture.CallAsync(Target));

        Assert.Contains("allow sts:TagSession beside sts:AssumeRole", FailureDescriptions.Describe(failure).Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "InternalFailure", "internal")]
    [InlineData(503, "ServiceUnavailable", "internal")]
    [InlineData(400, "Throttling", "throttled")]
    [InlineData(403, "ExpiredToken", "expired_credentials")]
    [InlineData(400, "ValidationError", "access_denied")]
    public async Task What_STS_fails_with_is_the_class_of_the_failure(int status, string code, string outcome)
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.StsFailure = (status, code, "no");

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => fixture.CallAsync(Target));

        Assert.Equal(outcome, FailureClassifier.Classify(failure).Label());
    }

    [Fact]
    public async Task STS_that_cannot_be_reached_is_a_failure_of_the_network_and_tried_again_soon()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:9";
        using var client = fixture.Open(Target);

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => CallAsync(client));

        Assert.Equal(CallOutcome.Network, FailureClassifier.Classify(failure));
        fixture.Environment["AWS_ENDPOINT_URL_STS"] = fixture.Aws.Address.AbsoluteUri;
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        await CallAsync(client);
    }
}
