using System.Text;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>A Markdown file of the repository, taken apart as far as the tests need.</summary>
internal sealed partial class MarkdownPage
{
    private static readonly string[] NotOurs = [".git", "node_modules", "bin", "obj", "artifacts", "TestResults"];

    private MarkdownPage(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.Path(path));
        (Prose, Blocks) = TakeApart(path, Text);
        Anchors = Headings().Matches(Prose).Select(m => Anchor(m.Groups["title"].Value)).ToHashSet();
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
        [.. Files(Repository.Root).Select(f => System.IO.Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal).Select(f => new MarkdownPage(f))];

    /// <summary>Those that tell users and contributors what to do: without runbooks, which have tests of their own.</summary>
    public static IEnumerable<MarkdownPage> Guides => All.Where(p => !p.Path.StartsWith("docs/runbooks/", StringComparison.Ordinal));

    /// <summary>The path within the repository.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The text with the blocks of code left empty; as many lines.</summary>
    public string Prose { get; }

    /// <summary>The blocks of code.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The names of its headings, as links say them.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>Where its links and pictures lead.</summary>
    public IEnumerable<string> Links => Targets().Matches(CodeSpans().Replace(Prose, "`code`")).Select(m => m.Groups["target"].Value)
        .Concat(Bare().Matches(Prose).Select(m => m.Groups["target"].Value));

    /// <summary>The blocks of a language in the guides, as cases of a test.</summary>
    public static IEnumerable<CodeBlock> BlocksOf(params string[] languages) =>
        Guides.SelectMany(p => p.Blocks).Where(b => languages.Contains(b.Language));

    /// <summary>A case for each of some blocks.</summary>
    public static TheoryData<string> Places(IEnumerable<CodeBlock> blocks) => [.. blocks.Select(b => b.Place)];

    /// <summary>The block of a case.</summary>
    public static CodeBlock At(string place) => All.SelectMany(p => p.Blocks).Single(b => b.Place == place);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Concat(
            Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(System.IO.Path.GetFileName(d))).SelectMany(Files));

    private static (string Prose, IReadOnlyList<CodeBlock> Blocks) TakeApart(string path, string text)
    {
        var (prose, blocks) = (new StringBuilder(), new List<CodeBlock>());
        var (block, indent, language, begin) = (default(StringBuilder), 0, "", 0);
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var fence = Fence().Match(line);
            if (block is null && fence.Success)
            {
                (block, indent, language, begin) = (new StringBuilder(), fence.Groups["indent"].Length, fence.Groups["language"].Value, index + 2);
            }
            else if (block is not null && fence.Success)
            {
                blocks.Add(new CodeBlock(path, begin, language, block.ToString()));
                block = null;
            }
            else
            {
                block?.Append(line.Length >= indent ? line[indent..] : line).Append('\n');
                prose.Append(block is null ? line : "");
            }

            prose.Append('\n');
        }

        Assert.True(block is null, $"{path}:{begin - 1}: a block of code without an end");
        return (prose.ToString(), blocks);
    }

    /// <summary>As GitHub makes anchors of headings.</summary>
    private static string Anchor(string title) =>
        NotInAnchors().Replace(LinkedText().Replace(title, "${text}").ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^(?<indent> *)```(?<language>[a-z]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ +(?<title>.*?) *$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkedText();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex CodeSpans();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Targets();

    [GeneratedRegex("<(?<target>https?://[^>]+)>")]
    private static partial Regex Bare();
}
