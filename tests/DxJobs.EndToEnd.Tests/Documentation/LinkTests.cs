using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>Links lead somewhere.</summary>
public sealed class LinkTests
{
    private const string Home = "https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/";

    public static TheoryData<string> Pages => [.. MarkdownPage.All.Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Files_and_anchors_that_a_page_links_to_exist(string path)
    {
        var page = MarkdownPage.All.Single(p => p.Path == path);
        Assert.All(page.Links, link => Assert.True(Leads(page, link), $"{path} links to {link}, which is not there"));
    }

    [Fact]
    public void Every_page_of_the_documentation_is_found_from_its_index()
    {
        var found = new HashSet<string>();
        Follow("docs/index.md", found);
        var pages = MarkdownPage.All.Select(p => p.Path).Where(p => p.StartsWith("docs/", StringComparison.Ordinal) || p.StartsWith("examples/", StringComparison.Ordinal));
        Assert.Empty(pages.Except(found));
    }

    [Fact]
    public void The_front_page_leads_to_the_index_and_to_the_examples() =>
        Assert.Superset(new HashSet<string> { "docs/index.md", "docs/getting-started.md", "examples/README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE" },
            MarkdownPage.All.Single(p => p.Path == "README.md").Links.ToHashSet());

    private static void Follow(string path, HashSet<string> found)
    {
        if (!found.Add(path) || MarkdownPage.All.SingleOrDefault(p => p.Path == path) is not { } page)
        {
            return;
        }

        foreach (var link in page.Links.Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            Follow(Resolve(page, link.Split('#')[0]), found);
        }
    }

    private static bool Leads(MarkdownPage page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(link, UriKind.Absolute, out _)
                && (!link.StartsWith(Home, StringComparison.Ordinal) || Path.Exists(Repository.Path(link[Home.Length..].Split('#')[0])));
        }

        var (file, anchor) = link.Split('#') is [var f, var a] ? (f, a) : (link, null);
        var target = file.Length == 0 ? page.Path : Resolve(page, file);
        return Path.Exists(Repository.Path(target))
            && !target.StartsWith("..", StringComparison.Ordinal)
            && (anchor is null || MarkdownPage.All.Single(p => p.Path == target).Anchors.Contains(anchor));
    }

    private static string Resolve(MarkdownPage page, string file) =>
        file.Length == 0 ? page.Path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Path(page.Path), "..", file)));
}
