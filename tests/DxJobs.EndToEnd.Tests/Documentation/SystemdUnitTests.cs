using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The unit for systemd, as far as it can be tried without a systemd that runs.</summary>
public sealed class SystemdUnitTests
{
    private const string Analyze = "/usr/bin/systemd-analyze";

    private static readonly string Unit = Repository.Path("examples", "systemd", "dxjobs-exporter.service");

    [Fact]
    public async Task A_configuration_that_is_refused_ends_with_the_status_that_is_not_started_again()
    {
        using var config = new ConfigFile("poll: {interval: never}");
        var run = await ExporterProcess.RunAsync([.. Value("ExecStart").Split(' ').Skip(1).Select(word => word.StartsWith('/') ? config.Path : word)]);
        Assert.Contains("poll.interval", run.Error, StringComparison.Ordinal);
        Assert.Equal(Value("RestartPreventExitStatus"), $"{run.Status}");
    }

    [Fact]
    public async Task Systemd_knows_every_setting_of_it_and_finds_it_well_caged()
    {
        Assert.SkipUnless(File.Exists(Analyze), "systemd-analyze is not installed");
        var folder = Directory.CreateTempSubdirectory("dxjobs-unit-");
        var unit = Path.Combine(folder.FullName, Path.GetFileName(Unit));
        await File.WriteAllTextAsync(
            unit, (await File.ReadAllTextAsync(Unit, TestContext.Current.CancellationToken)).Replace("/usr/local/bin/dxjobs-exporter", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var verified = await Run.ToEndAsync(Analyze, "verify", unit);
        Assert.DoesNotContain("dxjobs-exporter.service", verified.Output + verified.Error, StringComparison.Ordinal);
        var rated = await Run.ToEndAsync(Analyze, "security", "--offline=true", "--threshold=20", unit);
        Assert.True(rated.Status == 0, rated.Output + rated.Error);
        folder.Delete(recursive: true);
    }

    private static string Value(string key) => File.ReadAllLines(Unit).Single(line => line.StartsWith($"{key}=", StringComparison.Ordinal))[(key.Length + 1)..];
}
