using DxJobs.Testing.Aws;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>
/// Where credentials come from, with the program as it is shipped: a natively compiled one has no reflection to find the AWS SDK's clients by, and
/// fails at run time alone when it was not told of them.
/// </summary>
public sealed class CredentialsTests : IDisposable
{
    private const string Pod = "arn:aws:iam::111111111111:role/pod";
    private const string Role = "arn:aws:iam::333333333333:role/dxjobs-read";

    private readonly ConfigFile _config = new($"targets: [{{name: lent, region: us-east-1, role_arn: \"{Role}\", external_id: agreed}}]");
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("dxjobs-home-");

    [Fact]
    public async Task A_pod_s_web_identity_and_a_role_on_top()
    {
        await using var aws = await FakeAws.StartAsync();
        aws.ExternalId = "agreed";
        var run = await OnceAsync(aws, new()
        {
            ["AWS_ACCESS_KEY_ID"] = "",
            ["AWS_SECRET_ACCESS_KEY"] = "",
            ["AWS_ROLE_ARN"] = Pod,
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = Write("token", "a.b.c"),
        });
        Assert.Equal((0, ""), (run.Status, run.Error));
        var pod = Assert.Single(aws.Of("AssumeRoleWithWebIdentity"));
        Assert.Equal((Pod, "a.b.c"), (pod.Form["RoleArn"], pod.Form["WebIdentityToken"]));
        Assert.Equal(("LENT1", Role), (Assert.Single(aws.Of("AssumeRole")).AccessKeyId, aws.Of("AssumeRole")[0].Form["RoleArn"]));
        Assert.Equal("LENT2", Assert.Single(aws.Of("ListJobs")).AccessKeyId);
        Assert.Contains("account_id=\"333333333333\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_with_a_role_and_its_source()
    {
        await using var aws = await FakeAws.StartAsync();
        var config = Write("config", $"[profile base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n[profile hub]\nrole_arn = {Pod}\nsource_profile = base\n");
        var run = await OnceAsync(aws, new() { ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "", ["AWS_PROFILE"] = "hub", ["AWS_CONFIG_FILE"] = config });
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal([("BASE", Pod), ("LENT1", Role)], aws.Of("AssumeRole").Select(r => (r.AccessKeyId!, r.Form["RoleArn"])));
        Assert.Equal("LENT2", Assert.Single(aws.Of("ListJobs")).AccessKeyId);
    }

    [Fact]
    public async Task A_profile_that_is_signed_in_by_IAM_Identity_Center()
    {
        await using var aws = await FakeAws.StartAsync();

        // Where the AWS CLI keeps the token of a session named "company": the name's SHA-1.
        Write(".aws/sso/cache/71b21161ffa1e6516bcc072aaf5ef38cbe85b511.json", """{"startUrl":"https://example.awsapps.com/start","region":"us-east-1","accessToken":"bearer","expiresAt":"2999-01-01T00:00:00Z"}""");
        var config = Write("config", """
            [sso-session company]
            sso_region = us-east-1
            sso_start_url = https://example.awsapps.com/start
            sso_registration_scopes = sso:account:access
            [profile people]
            sso_session = company
            sso_account_id = 444444444444
            sso_role_name = Read
            """);
        var run = await OnceAsync(aws, new() { ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "", ["AWS_PROFILE"] = "people", ["AWS_CONFIG_FILE"] = config });
        Assert.Equal((0, ""), (run.Status, run.Error));
        var portal = Assert.Single(aws.Of("GetRoleCredentials"));
        Assert.Equal(("bearer", "Read", "444444444444"), (portal.Form["token"], portal.Form["role"], portal.Form["account"]));
        Assert.Equal("PORTAL", Assert.Single(aws.Of("AssumeRole")).AccessKeyId);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _config.Dispose();
        _home.Delete(recursive: true);
    }

    private Task<Tools.Run> OnceAsync(FakeAws aws, Dictionary<string, string> environment)
    {
        environment["AWS_ENDPOINT_URL"] = aws.Address.ToString();
        environment["HOME"] = _home.FullName;
        return ExporterProcess.RunWithAsync(environment, "once", "--config.file", _config.Path);
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(_home.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
