using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Targets;
using static DxJobs.Exporter.Tests.Aws.CredentialsFixture;

namespace DxJobs.Exporter.Tests.Aws.Credentials;

[Collection(AwsEnvironment.Alone)]
public sealed class ChainCredentialsTests
{
    private static readonly Target Target = new() { Name = "prod", Region = "us-east-1" };

    [Fact]
    public async Task Keys_in_the_environment_sign()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("ENVIRONMENT");

        await fixture.CallAsync(Target);

        var call = Assert.Single(fixture.Aws.Of("ListJobs"));
        Assert.Equal(("ENVIRONMENT", "us-east-1"), (call.AccessKeyId, call.SigningRegion));
        Assert.Contains("app/dxjobs-exporter", call.UserAgent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_a_profile_sign_for_its_target_whatever_the_environment_has()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("ENVIRONMENT");
        AwsFiles.WriteConfig("[profile staging]\naws_access_key_id = STAGING\naws_secret_access_key = secret\n");

        await fixture.CallAsync(Target with { Profile = "staging" });

        Assert.Equal("STAGING", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_profile_with_a_role_is_signed_in_from_its_source_profile()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("ENVIRONMENT");
        AwsFiles.WriteConfig(
            $"[profile base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n[profile lent]\nrole_arn = {Role}\nsource_profile = base\nexternal_id = x\n");

        await fixture.CallAsync(Target with { Profile = "lent" });

        var assumed = Assert.Single(fixture.Aws.Of("AssumeRole"));
        Assert.Equal(("BASE", Role, "x"), (assumed.AccessKeyId, assumed.Form["RoleArn"], assumed.Form["ExternalId"]));
        Assert.Equal("dxjobs-exporter-prod", assumed.Form["RoleSessionName"]);
        Assert.Equal("LENT1", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_profile_with_a_role_from_the_environment_and_a_role_on_top_are_assumed_one_from_the_other()
    {
        await using var fixture = await StartAsync();
        fixture.SetKeys("ENVIRONMENT");
        AwsFiles.WriteConfig($"[profile hub]\nrole_arn = arn:aws:iam::111111111111:role/hub\ncredential_source = Environment\nrole_session_name = mine\n");

        await fixture.CallAsync(Target with { Profile = "hub", RoleArn = Role });

        Assert.Equal(
            [("ENVIRONMENT", "arn:aws:iam::111111111111:role/hub", "mine"), ("LENT1", Role, "dxjobs-exporter-prod")],
            fixture.Aws.Of("AssumeRole").Select(call => (call.AccessKeyId!, call.Form["RoleArn"], call.Form["RoleSessionName"])));
        Assert.Equal("LENT2", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task The_profile_that_AWS_PROFILE_names_is_the_default_with_its_role_too()
    {
        await using var fixture = await StartAsync();
        fixture.Environment["AWS_PROFILE"] = "lent";
        AwsFiles.WriteConfig($"[profile base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n[profile lent]\nrole_arn = {Role}\nsource_profile = base\n");

        await fixture.CallAsync(Target);

        Assert.Equal("BASE", Assert.Single(fixture.Aws.Of("AssumeRole")).AccessKeyId);
        Assert.Equal("LENT1", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_web_identity_of_the_environment_is_exchanged_for_a_session()
    {
        await using var fixture = await StartAsync();
        fixture.Environment["AWS_ROLE_ARN"] = "arn:aws:iam::111111111111:role/pod";
        fixture.Environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = AwsFiles.Write("token", "a.b.c");
        fixture.Environment["AWS_REGION"] = "eu-west-1";

        await fixture.CallAsync(Target with { RoleArn = Role });

        var pod = Assert.Single(fixture.Aws.Of("AssumeRoleWithWebIdentity"));
        Assert.Equal((null, "arn:aws:iam::111111111111:role/pod", "a.b.c"), (pod.AccessKeyId, pod.Form["RoleArn"], pod.Form["WebIdentityToken"]));
        Assert.Equal("LENT1", Assert.Single(fixture.Aws.Of("AssumeRole")).AccessKeyId);
        Assert.Equal("LENT2", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_container_gives_its_credentials()
    {
        await using var fixture = await StartAsync();
        fixture.Environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = new Uri(fixture.Aws.Address, "/container").AbsoluteUri;

        await fixture.CallAsync(Target);

        var call = Assert.Single(fixture.Aws.Of("ListJobs"));
        Assert.Equal(("CONTAINER", "container-token"), (call.AccessKeyId, call.SessionToken));
    }

    [Fact]
    public async Task A_missing_profile_is_named_with_its_target_and_is_found_as_soon_as_it_is_there()
    {
        await using var fixture = await StartAsync();
        using var client = fixture.Open(Target with { Profile = "nowhere" });

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => CallAsync(client));

        Assert.Equal(CallOutcome.Credentials, FailureClassifier.Classify(failure));
        Assert.Equal(
            "profile 'nowhere' of target 'prod' gives no credentials: there is no profile 'nowhere' in the AWS configuration files",
            FailureDescriptions.Describe(failure).Error);
        AwsFiles.WriteConfig("[profile nowhere]\naws_access_key_id = THERE\naws_secret_access_key = secret\n");
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await CallAsync(client);
        Assert.Equal("THERE", Assert.Single(fixture.Aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_missing_AWS_PROFILE_is_named()
    {
        await using var fixture = await StartAsync();
        fixture.Environment["AWS_PROFILE"] = "nowhere";

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => fixture.CallAsync(Target));

        Assert.Contains("there is no profile 'nowhere', which AWS_PROFILE names", FailureDescriptions.Describe(failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credentials_anywhere_and_says_where_they_could_be()
    {
        await using var fixture = await StartAsync();

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => fixture.CallAsync(Target));

        Assert.Equal(CallOutcome.Credentials, FailureClassifier.Classify(failure));
        var (error, hint) = FailureDescriptions.Describe(failure);
        Assert.StartsWith("there are no AWS credentials: nothing in the SDK's chain has any", error, StringComparison.Ordinal);
        Assert.Contains("AWS_PROFILE", hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_wants_a_second_factor_is_refused_in_words()
    {
        await using var fixture = await StartAsync();
        AwsFiles.WriteConfig(
            $"[profile base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n[profile mfa]\nrole_arn = {Role}\nsource_profile = base\nmfa_serial = arn:aws:iam::1:mfa/u\n");

        var failure = await Assert.ThrowsAsync<CredentialsException>(() => fixture.CallAsync(Target with { Profile = "mfa" }));

        Assert.Equal(CallOutcome.Credentials, FailureClassifier.Classify(failure));
        Assert.Contains("mfa_serial", FailureDescriptions.Describe(failure).Error, StringComparison.Ordinal);
    }
}
