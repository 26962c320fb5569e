using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.DataExchange;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The role in IAM says the same everywhere, and no more than the program needs.</summary>
public sealed partial class IamTests
{
    private static readonly string[] OfTerraform = ["main.tf", "variables.tf", "outputs.tf", "versions.tf"];

    /// <summary>Each operation of the client is one that the exporter calls, and nothing else is.</summary>
    [Fact]
    public void The_policy_allows_the_calls_that_the_program_makes_and_no_other() =>
        Assert.Equal(
            typeof(IAmazonDataExchange).GetMethods().Select(m => m.Name).Where(n => n.EndsWith("Async", StringComparison.Ordinal))
                .Select(n => "dataexchange:" + n[..^"Async".Length]).Distinct().Order(StringComparer.Ordinal),
            Actions("policy-with-data-set-names.json").Order(StringComparer.Ordinal));

    [Fact]
    public void Names_of_data_sets_are_the_only_addition() =>
        Assert.Equal(["dataexchange:GetDataSet"], Actions("policy-with-data-set-names.json").Except(Actions("policy.json")));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    public void A_page_shows_the_policy_as_it_is(string page)
    {
        var shown = MarkdownPage.All.Single(p => p.Path == page).Blocks.Single(b => b.Language == "json");
        Assert.True(JsonNode.DeepEquals(Policy("policy.json"), JsonNode.Parse(shown.Text)), shown.Place);
    }

    [Fact]
    public void Every_policy_and_trust_allows_only_what_its_name_says()
    {
        var files = Directory.GetFiles(Repository.Path("examples", "iam"), "*.json").Select(f => Path.GetFileName(f)!).ToList();
        Assert.All(files, f => Assert.All(Policy(f)["Statement"]!.AsArray(), s => Assert.Equal("Allow", s!["Effect"]!.GetValue<string>())));
        Assert.All(files, f => Assert.Equal("2012-10-17", Policy(f)["Version"]!.GetValue<string>()));
        Assert.Equal(["sts:AssumeRole"], Actions("hub-policy.json"));
        Assert.Equal(["sts:AssumeRole"], Actions("trust-cross-account.json"));
        Assert.Contains("sts:ExternalId", Policy("trust-cross-account.json").ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["sts:AssumeRoleWithWebIdentity"], Actions("trust-irsa.json"));
        Assert.Equal(["sts:AssumeRole", "sts:TagSession"], Actions("trust-pod-identity.json"));
        Assert.Equal(6, files.Count);
    }

    [Fact]
    public void Terraform_and_CloudFormation_allow_the_same()
    {
        var expected = Actions("policy-with-data-set-names.json").Concat(["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, Mentioned(Read("terraform", "main.tf")));
        Assert.Equal(expected, Mentioned(Read("cloudformation.yaml")));
    }

    [Fact]
    public void Terraform_s_braces_and_quotes_are_balanced_and_every_variable_is_declared()
    {
        Assert.All(OfTerraform, file =>
        {
            var code = Comments().Replace(Read("terraform", file), "");
            Assert.True(code.Count(c => c == '"') % 2 == 0, file);
            Assert.All((string[])["{}", "[]", "()"], pair => Assert.Equal(code.Count(c => c == pair[0]), code.Count(c => c == pair[1])));
        });
        var declared = Declared().Matches(Read("terraform", "variables.tf")).Select(m => m.Groups["name"].Value).ToHashSet();
        Assert.Equal(declared.Order(StringComparer.Ordinal), Used().Matches(Read("terraform", "main.tf")).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CloudFormation_is_YAML_and_refers_to_what_it_has()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Read("cloudformation.yaml")));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var parameters = Keys(root, "Parameters");
        var names = parameters.Concat(Keys(root, "Resources")).ToHashSet();
        var references = root.AllNodes.OfType<YamlScalarNode>().Where(n => n.Tag == "!Ref").Select(n => n.Value!)
            .Concat(Substituted().Matches(Read("cloudformation.yaml")).Select(m => m.Groups["name"].Value)).ToHashSet();
        Assert.Subset(names, references.Where(r => !r.StartsWith("AWS::", StringComparison.Ordinal)).ToHashSet());
        Assert.Subset(references, parameters);
        var conditions = root.AllNodes.OfType<YamlSequenceNode>().Where(n => n.Tag == "!If").Select(n => n.Children[0].ToString()).ToHashSet();
        Assert.Equal(Keys(root, "Conditions").Order(StringComparer.Ordinal), conditions.Order(StringComparer.Ordinal));
        var trust = root.AllNodes.OfType<YamlScalarNode>().Single(n => n.Tag == "!Sub").Value!;
        Assert.NotNull(JsonNode.Parse(trust));
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.Path(["examples", "iam", .. path]));

    private static JsonNode Policy(string file) => JsonNode.Parse(Read(file))!;

    private static IReadOnlyList<string> Actions(string file) => Policy(file)["Statement"]!.AsArray().SelectMany(s => s!["Action"] switch
    {
        JsonArray several => several.Select(a => a!.GetValue<string>()),
        var one => [one!.GetValue<string>()],
    }).ToList();

    private static List<string> Mentioned(string text) => AnyAction().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal).ToList();

    private static HashSet<string> Keys(YamlMappingNode root, string section) => ((YamlMappingNode)root[section]).Children.Keys.Select(k => k.ToString()).ToHashSet();

    [GeneratedRegex(@"\b(?:dataexchange|sts):(?!ExternalId)[A-Z]\w+")]
    private static partial Regex AnyAction();

    [GeneratedRegex("^ *#.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("^variable \"(?<name>\\w+)\"", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bvar\.(?<name>\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Substituted();
}
