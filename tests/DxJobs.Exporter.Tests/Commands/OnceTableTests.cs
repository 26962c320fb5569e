using DxJobs.Exporter.Commands;
using DxJobs.Testing.Web;

namespace DxJobs.Exporter.Tests.Commands;

public sealed class OnceTableTests
{
    /// <summary>Every number ends where its heading does.</summary>
    [Fact]
    public void Numbers_stand_below_the_ends_of_their_headings()
    {
        var up = SampleBoard.Up("a-long-name-of-a-target", ("WAITING", "IMPORT_ASSETS_FROM_S3", 12), ("COMPLETED", "EXPORT_ASSETS_TO_S3", 123_456_789));
        var tables = OnceTable.Render([up, SampleBoard.Pending("b")]).Split(Environment.NewLine + Environment.NewLine);

        Assert.Equal(2, tables.Length);
        foreach (var (table, texts) in tables.Zip([4, 1]))
        {
            var lines = table.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
            var ends = Ends(lines[0])[texts..];
            Assert.All(lines, line => Assert.Equal(ends, Ends(line)[^ends.Length..]));
        }
    }

    private static int[] Ends(string line) => [.. Enumerable.Range(1, line.Length).Where(at => line[at - 1] != ' ' && (at == line.Length || line[at] == ' '))];
}
