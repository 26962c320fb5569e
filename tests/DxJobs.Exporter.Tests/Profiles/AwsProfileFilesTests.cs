using CsCheck;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Profiles;

namespace DxJobs.Exporter.Tests.Profiles;

public sealed class AwsProfileFilesTests
{
    [Fact]
    public void Reads_what_the_AWS_CLI_reads()
    {
        var files = AwsProfileFiles.Parse(
            "# first\n[default]\nregion = eu-west-1 # near\n; c\n[profile p]\r\nregion=\r\ns3 =\r\n  max = 4\r\nrole_arn = r\n[sso-session s]\nsso_region = x\n[services q]\n", "config", isConfig: true);

        Assert.Empty(files.Problems);
        Assert.Equal("eu-west-1", files.Profile("default")!["region"]);
        Assert.Equal((null, "r", null), (files.Profile("p")!["region"], files.Profile("p")!["role_arn"], files.Profile("p")!["max"]));
        Assert.Equal("config:9", files.Profile("p")!.Where("role_arn"));
        Assert.NotNull(files.SsoSession("s"));
    }

    [Theory]
    [InlineData("[default]\naws_secret_access_key hunter22", 2)]
    [InlineData("[default] # hunter22", 1)]
    [InlineData("[default\nx = y", 1)]
    [InlineData("hunter22 = y\n[default]", 1)]
    [InlineData("[default]\na = b\n= hunter22", 3)]
    public void Names_the_line_and_not_its_content(string text, int line)
    {
        var problem = Assert.Single(AwsProfileFiles.Parse(text, "/home/u/.aws/credentials", isConfig: false).Problems);

        Assert.Equal(line, problem.Line);
        Assert.StartsWith($"/home/u/.aws/credentials:{line}: ", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = q", "config:3: source_profile of profile 'p' names profile 'q', which does not exist")]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = q\n[profile q]\nrole_arn = r\nsource_profile = p", "leads back to itself")]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = p", "leads back to itself")]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = p\nmfa_serial = m", "config:4: profile 'p' has mfa_serial")]
    [InlineData("[profile p]\nrole_arn = r", "neither source_profile nor credential_source")]
    [InlineData("[profile p]\nrole_arn = r\ncredential_source = Moon", "config:3: credential_source of profile 'p' is none of")]
    [InlineData("[profile p]\naws_access_key_id = A", "config:2: profile 'p' has aws_access_key_id without aws_secret_access_key")]
    [InlineData("[profile p]\naws_access_key_id =\naws_secret_access_key = hunter22", "has aws_secret_access_key without aws_access_key_id")]
    [InlineData("[profile p]\nsso_session = s", "names [sso-session s], which does not exist")]
    [InlineData("[profile p]\nrole_arn = r\nweb_identity_token_file = /nonexistent/t", "names the file /nonexistent/t, which does not exist")]
    [InlineData("[profile q]", "there is no profile 'p'")]
    public void Explains_what_is_wrong_with_a_profile(string text, string message)
    {
        var (error, _) = ProfileCheck.Find("p", AwsProfileFiles.Parse(text, "config", isConfig: true), required: true)!.Value;

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[profile p]\naws_access_key_id = A\naws_secret_access_key = s")]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = p\naws_access_key_id = A\naws_secret_access_key = s")]
    [InlineData("[profile p]\nrole_arn = r\nsource_profile = q\n[profile q]\ncredential_process = x")]
    [InlineData("[profile p]\nregion = x")]
    public void Has_nothing_to_say_of_a_good_one(string text) =>
        Assert.Null(ProfileCheck.Find("p", AwsProfileFiles.Parse(text, "config", isConfig: true), required: true));

    /// <summary>Any text: no exception, and no part of a line in a message.</summary>
    [Fact]
    public void Whatever_a_file_holds_it_is_read_and_not_quoted() => Gen.Select(
            Gen.OneOf("[default]", "[profile p", "[default] # c", "aws_access_key_id = ", "aws_secret_access_key ", "  nested ", "=", "\t[", "\ufeff", "", "\r").Array[0, 12],
            Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz"], 12, 20])
        .Sample(
            (parts, secret) =>
            {
                var files = AwsProfileFiles.Parse(string.Join('\n', parts.Select(part => part + secret)), "f", isConfig: false);
                Assert.All(files.Problems, problem => Assert.DoesNotContain(secret, problem.ToString(), StringComparison.Ordinal));
            },
            iter: 2000);
}
