using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.DataExchange;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The role in IAM says the same everywhere, and no more than the program needs.</summary>
public sealed partial class IamTests
{
    private static readonly string Hcl = Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Documentation", "hcl.mjs");

    private static readonly string[] OfTerraform = ["main.tf", "variables.tf", "outputs.tf", "versions.tf"];

    /// <summary>Exactly the operations of the client that the exporter calls.</summary>
    [Fact]
    public void The_policy_allows_the_calls_that_the_program_makes_and_no_other() =>
        Assert.Equal(
            typeof(IAmazonDataExchange).GetMethods().Select(m => m.Name).Where(n => n.EndsWith("Async", StringComparison.Ordinal) && Called(n))
                .Select(n => "dataexchange:" + n[..^"Async".Length]).Distinct().Order(StringComparer.Ordinal),
            Actions("policy-with-data-set-names.json").Order(StringComparer.Ordinal));

    private static bool Called(string method) =>
        Directory.EnumerateFiles(Repository.Path("src", "DxJobs.Exporter"), "*.cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains($".{method}(", StringComparison.Ordinal));

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
        Assert.Equal(["sts:AssumeRole", "sts:TagSession"], Actions("hub-policy.json"));
        Assert.Equal(["sts:AssumeRole", "sts:TagSession"], Actions("trust-cross-account.json"));

        // The external id is a condition of AssumeRole alone: TagSession knows none, and without it sessions of EKS Pod Identity are turned away.
        Assert.Equal([true, false], Policy("trust-cross-account.json")["Statement"]!.AsArray().Select(s => s!.ToJsonString().Contains("sts:ExternalId", StringComparison.Ordinal)));
        Assert.Equal(["sts:AssumeRoleWithWebIdentity"], Actions("trust-irsa.json"));
        Assert.Equal(["sts:AssumeRole", "sts:TagSession"], Actions("trust-pod-identity.json"));
        Assert.All((string[])["trust-irsa.json", "trust-pod-identity.json"], f => Assert.All((string[])["monitoring", "dxjobs-exporter"], of => Assert.Contains(of, Policy(f)["Statement"]![0]!["Condition"]!.ToJsonString(), StringComparison.Ordinal)));
        Assert.Equal(6, files.Count);
    }

    [Fact]
    public void Terraform_and_CloudFormation_allow_the_same()
    {
        var expected = Actions("policy-with-data-set-names.json").Concat(["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:TagSession"]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, Mentioned(Read("terraform", "main.tf")));
        Assert.Equal(expected, Mentioned(Read("cloudformation.yaml")));
    }

    [Fact]
    public async Task Terraform_is_HCL_and_uses_every_variable_that_it_declares()
    {
        var parsed = await Task.WhenAll(OfTerraform.Select(TerraformAsync));
        var declared = parsed[1]["variable"]!.AsObject().Select(v => v.Key).ToHashSet();
        Assert.Equal(declared.Order(StringComparer.Ordinal), Used().Matches(Read("terraform", "main.tf")).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(parsed[1]["variable"]!.AsObject(), v => Assert.NotEmpty(v.Value![0]!["description"]!.GetValue<string>()));
        Assert.All(["trust", "read", "assume"], document => Assert.NotNull(parsed[0]["data"]!["aws_iam_policy_document"]![document]));
        Assert.NotNull(parsed[0]["resource"]!["aws_iam_role"]!["exporter"]![0]!["lifecycle"]![0]!["precondition"]);
    }

    [Fact]
    public async Task What_is_no_HCL_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-hcl-");
        var file = Path.Combine(folder.FullName, "main.tf");
        await File.WriteAllTextAsync(file, Read("terraform", "main.tf").Replace("values   = [var.namespace]", "values   = [var.namespace", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await Run.ToEndAsync("node", Hcl, file)).Status);
        folder.Delete(recursive: true);
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

    private static async Task<JsonNode> TerraformAsync(string file)
    {
        var run = await Run.ToEndAsync("node", Hcl, Repository.Path("examples", "iam", "terraform", file));
        Assert.True(run.Status == 0, run.Error);
        return JsonNode.Parse(run.Output)!;
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

    [GeneratedRegex(@"\bvar\.(?<name>\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Substituted();
}
