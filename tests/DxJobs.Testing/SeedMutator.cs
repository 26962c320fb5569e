namespace DxJobs.Testing;

/// <summary>Texts kept as seeds, damaged at random, yet the same damage in every run.</summary>
internal static class SeedMutator
{
    private const string Marks = ":-[]{}&*!|>#'\"%@`?,~<\t\n\r\0 0129azAZ_.$/\\";

    /// <summary>The names of the seeds of a folder of the tests.</summary>
    public static IReadOnlyList<string> Seeds(string folder) =>
        [.. Directory.GetFiles(PathOf(folder), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>One of them.</summary>
    public static string Seed(string folder, string name) => File.ReadAllText(Path.Combine(PathOf(folder), name));

    /// <summary>A seed, then so many damaged versions of it, mixed with parts of the others.</summary>
    public static IEnumerable<string> Of(string folder, string name, int versions)
    {
        var (whole, others) = (Seed(folder, name), Seeds(folder).Select(other => Seed(folder, other)).ToArray());
        var random = new Random(name.Aggregate(17, (hash, c) => (hash * 31) + c));
        yield return whole;
        for (var version = 0; version < versions; version++)
        {
            var text = whole;
            for (var times = random.Next(1, 5); times > 0 && text.Length > 0; times--)
            {
                text = Once(text, others[random.Next(others.Length)], random);
            }

            yield return text;
        }
    }

    private static string Once(string text, string other, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        var from = random.Next(other.Length);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Marks[random.Next(Marks.Length)].ToString()),
            2 => text.Remove(at, 1).Insert(at, Marks[random.Next(Marks.Length)].ToString()),
            3 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
            4 => text.Insert(at, other.Substring(from, Math.Min(length, other.Length - from))),
            _ => text[..at],
        };
    }

    private static string PathOf(string folder) => Path.Combine(Golden.Root, "tests", "DxJobs.Exporter.Tests", folder);
}
