using DxJobs.Exporter.Web.Settings;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Web.Settings;

/// <summary>Damaged web configurations: each is either read or refused with problems that point into it, nothing else, and soon.</summary>
public sealed class WebConfigFuzzTests
{
    private const string Folder = "Web/Settings/Seeds";

    public static TheoryData<string> Seeds => [.. SeedMutator.Seeds(Folder)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_one_is_read_or_refused(string seed) => Assert.All(SeedMutator.Of(Folder, seed, versions: 3_000), text =>
    {
        var reading = WebConfigReader.Read(text, "/etc/dxjobs");

        Assert.Equal(reading.Config is null, reading.Problems.Count > 0);
        Assert.All(reading.Problems, problem =>
        {
            Assert.InRange(problem.Line, 1, text.Count(c => c is '\n' or '\r') + 1);
            Assert.True(problem.Message.Length is > 0 and < 600, problem.Message);
            Assert.DoesNotContain('\n', problem.ToString());
        });
    });

    [Fact]
    public void What_may_be_a_password_is_not_repeated() => Assert.DoesNotContain(
        "hunter2", string.Join(' ', WebConfigReader.Read(SeedMutator.Seed(Folder, "everything.txt"), "/").Problems), StringComparison.Ordinal);
}
