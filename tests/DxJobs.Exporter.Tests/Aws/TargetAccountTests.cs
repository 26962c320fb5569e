using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Targets;
using static DxJobs.Exporter.Tests.Aws.CredentialsFixture;

namespace DxJobs.Exporter.Tests.Aws;

[Collection(AwsEnvironment.Alone)]
public sealed class TargetAccountTests
{
    private static readonly Target Target = new() { Name = "prod", Region = "us-east-1" };

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_tells_the_account_without_a_call()
    {
        await using var fixture = await StartAsync();
        var account = new TargetAccount(Target with { RoleArn = Role }, new AccountIdentity(fixture.Credentials));

        Assert.Equal("123456789012", account.Id);
        Assert.Equal("123456789012", await account.SettleAsync(Test));
        Assert.Empty(fixture.Aws.Requests);
    }

    [Fact]
    public async Task A_job_tells_the_account_without_a_call()
    {
        await using var fixture = await StartAsync();
        var account = new TargetAccount(Target, new AccountIdentity(fixture.Credentials));

        account.LearnFrom("arn:aws:dataexchange:us-east-1:333333333333:jobs/j");
        account.LearnFrom("arn:aws:dataexchange:us-east-1:444444444444:jobs/k");

        Assert.Equal("333333333333", await account.SettleAsync(Test));
        Assert.Empty(fixture.Aws.Requests);
    }

    [Fact]
    public async Task STS_tells_the_account_once_for_all_targets_with_the_same_credentials()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        var identity = new AccountIdentity(fixture.Credentials);

        var accounts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            new TargetAccount(Target with { Name = $"t{i}", Region = i % 2 == 0 ? "us-east-1" : "eu-west-1" }, identity).SettleAsync(Test)));

        Assert.All(accounts, account => Assert.Equal("222222222222", account));
        Assert.Single(fixture.Aws.Of("GetCallerIdentity"));
    }

    [Fact]
    public async Task STS_that_fails_is_left_alone_for_a_while_and_no_poll_fails_by_it()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.StsFailure = (403, "InvalidClientTokenId", "no");
        var account = new TargetAccount(Target, new AccountIdentity(fixture.Credentials));

        Assert.Equal(TargetAccount.Unknown, await account.SettleAsync(Test));
        fixture.Aws.StsFailure = null;
        fixture.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TargetAccount.Unknown, await account.SettleAsync(Test));
        Assert.Single(fixture.Aws.Of("GetCallerIdentity"));

        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("222222222222", await account.SettleAsync(Test));
    }

    [Fact]
    public async Task The_real_STS_is_not_asked_about_the_accounts_of_a_stand_in()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Environment["AWS_ENDPOINT_URL"] = null;
        var account = new TargetAccount(Target with { EndpointUrl = fixture.Aws.Address }, new AccountIdentity(fixture.Credentials));

        Assert.Equal(TargetAccount.Unknown, await account.SettleAsync(Test));
        Assert.Empty(fixture.Aws.Requests);
    }

    [Fact]
    public async Task The_wait_for_an_STS_that_hangs_ends_with_the_poll()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");
        fixture.Aws.StsGate = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Test);
        var account = new TargetAccount(Target, new AccountIdentity(fixture.Credentials));
        using var poll = new CancellationTokenSource();

        var settling = account.SettleAsync(poll.Token);
        await poll.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => settling);
    }

    [Fact]
    public async Task Who_a_target_is_signed_in_as_is_the_callers_ARN()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("BASE");

        Assert.Equal("arn:aws:iam::222222222222:user/u", await new AccountIdentity(fixture.Credentials).CallerArnAsync(Target, Test));
    }
}
