using System.Text.RegularExpressions;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Tests.Web.Settings;

/// <summary>What docs/web-configuration.md shows must be true.</summary>
public sealed partial class WebConfigurationDocsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "docs", "web-configuration.md"));

    [Fact]
    public void The_example_is_valid_and_its_hash_is_of_the_word_it_says()
    {
        var reading = WebConfigReader.Read(YamlBlock.Match(Text).Groups["yaml"].Value, "/");
        Assert.Empty(reading.Problems);
        Assert.True(BCrypt.Net.BCrypt.Verify("example", reading.Config!.Users["prometheus"]));
    }

    [Fact]
    public void Every_key_that_is_known_is_explained()
    {
        var unknown = WebConfigReader.Read("tls_server_config: {cert_file: a, key_file: b, x: 1}\nhttp_server_config: {x: 1}\nrate_limit: {x: 1}\ny: 1\n", "/").Problems;
        var known = unknown.Select(p => p.Message.Split("known here: ")[1].Split(", ")).SelectMany(k => k).ToList();
        Assert.Equal(4, unknown.Count);
        Assert.All(known, key => Assert.Contains($"`{key}`", Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tls_server_config:\n  cert_file: a\n  key_file: b\n  min_version: TLS1.2\n")]
    [InlineData("\n\n\n\n\n\n\nbasic_auth_users:\n  prometheus: example")]
    public void The_messages_shown_are_those_given(string config) =>
        Assert.Contains("web.yml:" + Assert.Single(WebConfigReader.Read(config, "/").Problems), Text, StringComparison.Ordinal);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "DxJobs.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock { get; }
}
