using DxJobs.Exporter.Configuration;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Configuration;

/// <summary>Damaged files: each is either read or refused with problems that point into it, nothing else, and soon.</summary>
public class ConfigurationFuzzTests
{
    private const string Folder = "Configuration/Seeds";

    public static TheoryData<string> Seeds => [.. SeedMutator.Seeds(Folder)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_file_is_read_or_refused(string seed) => Assert.All(SeedMutator.Of(Folder, seed, versions: 3_000), text =>
    {
        var reading = ConfigurationLoader.Load(text, new ConfigurationSources("f", new Dictionary<string, string>(), "host"));

        Assert.Equal(reading.Options is null, reading.Problems.Count > 0);
        Assert.All(reading.Problems, problem =>
        {
            Assert.InRange(problem.Line ?? 1, 1, text.Count(c => c is '\n' or '\r') + 1);
            Assert.True(problem.Message.Length is > 0 and < 400, problem.Message);
            Assert.DoesNotContain('\n', problem.ToString());
        });
    });

    [Fact]
    public void A_whole_one_is_read() => Assert.Empty(
        ConfigurationLoader.Load(SeedMutator.Seed(Folder, "everything.txt"), new ConfigurationSources("f", new Dictionary<string, string>(), "host")).Problems);
}
