using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using DxJobs.Core.Ledger;
using DxJobs.Exporter.Commands;
using DxJobs.Simulator;
using DxJobs.Testing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace DxJobs.Exporter.Tests.Architecture;

public sealed class LayerTests
{
    private static readonly System.Reflection.Assembly Core = typeof(JobLedger).Assembly;
    private static readonly System.Reflection.Assembly Exporter = typeof(ExitCodes).Assembly;
    private static readonly System.Reflection.Assembly Simulator = typeof(SimulatorServer).Assembly;

    private static readonly string[] Documented = ["DxJobs.Core", "DxJobs.Exporter"];

    private static readonly ArchUnitNET.Domain.Architecture Measured = new ArchLoader().LoadAssemblies(Core, Exporter, Simulator).Build();

    public static TheoryData<string> Projects => ["DxJobs.Core", "DxJobs.Exporter", "DxJobs.Simulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_have_no_cycles_at_any_depth(string project)
    {
        var folders = new FolderGraph(Measured, project);

        Assert.True(folders.Dependencies.Count > 5, "no dependencies were measured");
        Assert.Equal([], folders.Cycles());
    }

    [Fact]
    public void A_cycle_between_folders_is_found()
    {
        var folders = new FolderGraph([("A.B", "C"), ("C", "D"), ("D", "A.E")]);

        Assert.Contains("A -> C -> D -> A", folders.Cycles());
    }

    [Fact]
    public void A_cycle_between_folders_of_one_parent_is_found() =>
        Assert.Contains("A.B -> A.C -> A.B", new FolderGraph([("A.B", "A.C"), ("A.C", "A.B")]).Cycles());

    [Fact]
    public void The_core_uses_neither_AWS_packages_nor_ASP_NET()
    {
        Types().That().ResideInAssembly(Core).Should()
            .NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^(Amazon|Microsoft\.AspNetCore|DxJobs\.(Exporter|Simulator))(\.|$)")
            .Check(Measured);
        Assert.DoesNotContain(
            Core.GetReferencedAssemblies(),
            a => a.Name!.StartsWith("AWSSDK", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_are_named_after_their_folders(string project)
    {
        var root = Path.Combine(Golden.Root, "src", project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f))
            .Where(f => !f.StartsWith("obj", StringComparison.Ordinal) && !f.StartsWith("bin", StringComparison.Ordinal) && f != "Program.cs")
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains($"\nnamespace {NamespaceOf(project, file)};\n", "\n" + File.ReadAllText(Path.Combine(root, file)), StringComparison.Ordinal));
    }

    [Fact]
    public void The_documented_layers_are_the_measured_ones()
    {
        var table = new LayerTable(File.ReadAllText(Path.Combine(Golden.Root, "docs/architecture.md")));
        var folders = Documented.SelectMany(p => new FolderGraph(Measured, p).Folders.Select(f => $"{p}/{f.Replace('.', '/')}"));

        Assert.Equal(folders.Order(StringComparer.Ordinal), table.Folders.Order(StringComparer.Ordinal));
        Golden.Compare("docs/architecture.md", table.WithLevels([.. FolderGraph.Between(Measured, Documented)]));
    }

    private static string NamespaceOf(string project, string file) =>
        Path.GetDirectoryName(file) is { Length: > 0 } folder ? $"{project}.{folder.Replace('/', '.')}" : project;
}
