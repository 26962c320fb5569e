using ArchUnitNET.Domain;

namespace DxJobs.Exporter.Tests.Architecture;

/// <summary>The folders of a project, as its namespaces, and which uses which. Constants are not seen: the compiler copies them.</summary>
internal sealed class FolderGraph
{
    public FolderGraph(IEnumerable<(string From, string To)> dependencies) =>
        Dependencies = dependencies.Distinct().Where(d => d.From != d.To).ToList();

    public FolderGraph(ArchUnitNET.Domain.Architecture architecture, string project)
        : this(Measure(architecture).Where(d => IsIn(d.From, project) && IsIn(d.To, project))
            .Select(d => (d.From[(project.Length + 1)..], d.To[(project.Length + 1)..])))
    {
        Folders = [.. architecture.Types.Select(t => t.Namespace?.FullName ?? "").Where(n => IsIn(n, project)).Select(n => n[(project.Length + 1)..]).Distinct()];
    }

    public IReadOnlyList<(string From, string To)> Dependencies { get; }

    public IReadOnlyList<string> Folders { get; } = [];

    /// <summary>Dependencies within and between projects, each folder as <c>project/folder</c>.</summary>
    public static IEnumerable<(string From, string To)> Between(ArchUnitNET.Domain.Architecture architecture, params string[] projects)
    {
        string? Path(string name) => projects.FirstOrDefault(p => IsIn(name, p)) is { } project ? $"{project}/{name[(project.Length + 1)..].Replace('.', '/')}" : null;
        return Measure(architecture)
            .Select(d => (From: Path(d.From), To: Path(d.To)))
            .Where(d => d.From is not null && d.To is not null && d.From != d.To)
            .Select(d => (d.From!, d.To!))
            .Distinct();
    }

    /// <summary>
    /// One line for each cycle found. Folders are compared at every depth: those of one parent with each other, a parent being
    /// the sum of its children.
    /// </summary>
    public IReadOnlyList<string> Cycles()
    {
        var depth = Dependencies.SelectMany(d => new[] { d.From, d.To }).Select(f => f.Split('.').Length).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(1, depth).Select(CycleAt).OfType<string>().Distinct()];
    }

    private string? CycleAt(int depth)
    {
        var edges = Dependencies.Select(d => (From: Cut(d.From, depth), To: Cut(d.To, depth)))
            .Where(d => d.From != d.To && !IsIn(d.From, d.To) && !IsIn(d.To, d.From))
            .Distinct()
            .ToLookup(d => d.From, d => d.To);
        return edges.Select(e => e.Key).Order(StringComparer.Ordinal).Select(start => PathBack(edges, [start])).FirstOrDefault(p => p is not null);
    }

    private static string? PathBack(ILookup<string, string> edges, IReadOnlyList<string> start)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<IReadOnlyList<string>>([start]);
        while (queue.TryDequeue(out var path))
        {
            foreach (var next in edges[path[^1]])
            {
                if (next == path[0])
                {
                    return string.Join(" -> ", [.. path, next]);
                }

                if (seen.Add(next))
                {
                    queue.Enqueue([.. path, next]);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string From, string To)> Measure(ArchUnitNET.Domain.Architecture architecture) =>
        from type in architecture.Types
        from dependency in type.Dependencies
        where type.Namespace is not null && dependency.Target.Namespace is not null
        select (type.Namespace.FullName, dependency.Target.Namespace.FullName);

    private static string Cut(string folder, int depth) => string.Join('.', folder.Split('.').Take(depth));

    private static bool IsIn(string name, string parent) => name.StartsWith(parent + ".", StringComparison.Ordinal);
}
