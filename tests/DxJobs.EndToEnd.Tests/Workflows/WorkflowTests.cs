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
        Assert.All(steps.Where(step => step.Children.ContainsKey("uses")), step => Assert.Matches("^[a-z0-9-]+/[a-z0-9/-]+@v[0-9]+$", Text(Node(step, "uses"))));
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

    [Fact]
    public async Task The_release_builds_both_architectures_with_an_SBOM_and_signs()
    {
        var text = await File.ReadAllTextAsync(Repository.Path(".github", "workflows", "release.yml"), TestContext.Current.CancellationToken);
        Assert.All(["arch: amd64", "arch: arm64", "sbom: true", "cosign sign --yes", "cosign attest --yes", "helm push"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        var paths = Chart().Matches(text).Select(m => m.Value).Distinct();
        Assert.All(paths, path => Assert.True(Directory.Exists(Repository.Path(path)), path));
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
