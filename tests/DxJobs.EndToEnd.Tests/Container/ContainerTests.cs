using System.Text.Json;
using System.Xml.Linq;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Container;

/// <summary>The image as a cluster runs it: nobody's user, nothing writable, no capability.</summary>
public sealed class ContainerTests(BuiltImage image) : IClassFixture<BuiltImage>
{
    /// <summary>The limits are podman's own, said aloud: where it may not raise them, its healthcheck cannot start either.</summary>
    private static readonly string[] Confined =
    [
        "--network=host", "--read-only", "--read-only-tmpfs=false", "--user=1654:1654", "--cap-drop=ALL", "--security-opt=no-new-privileges",
        "--ulimit=nofile=1024:1024", "--ulimit=nproc=4096:4096",
    ];

    [Fact]
    public async Task Serves_confined_is_healthy_and_stops_clean()
    {
        var cancel = TestContext.Current.CancellationToken;
        var address = $"127.0.0.1:{RunningProgram.FreePort()}";
        var name = $"dxjobs-{Guid.NewGuid():n}";
        Assert.Equal(1, (await HealthcheckAsync(address)).ExitCode);
        await image.OutputAsync(["run", "--detach", "--name", name, .. Confined, $"--env=DXJOBS_WEB__LISTEN_ADDRESS={address}", BuiltImage.Name, "--simulate"]);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
            await Eventually.TrueAsync(async () => await ShowsJobsAsync(http, cancel), "54 series of jobs", cancel);
            var healthy = await HealthcheckAsync(address);
            Assert.True(healthy.ExitCode == 0, healthy.Output);
            var own = await image.HealthcheckAsync(name);
            Assert.True(own.ExitCode == 0, own.Output);

            var start = TimeProvider.System.GetTimestamp();
            await image.OutputAsync("stop", "--time=10", name);
            Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 5);
            Assert.Equal("0", await image.OutputAsync("inspect", "--format", "{{.State.ExitCode}}", name));
            var log = await image.OutputAsync("logs", name);
            Assert.DoesNotContain("level=warn", log, StringComparison.Ordinal);
            Assert.DoesNotContain("level=error", log, StringComparison.Ordinal);
        }
        finally
        {
            await image.RunAsync("rm", "--force", name);
        }
    }

    /// <summary>A container whose process lives, but in which no exporter answers.</summary>
    [Fact]
    public async Task Its_healthcheck_finds_an_exporter_that_does_not_answer()
    {
        var name = $"dxjobs-{Guid.NewGuid():n}";
        var (exporter, simulator) = ($"127.0.0.1:{RunningProgram.FreePort()}", $"127.0.0.1:{RunningProgram.FreePort()}");
        await image.OutputAsync(["run", "--detach", "--name", name, .. Confined, $"--env=DXJOBS_WEB__LISTEN_ADDRESS={exporter}", BuiltImage.Name, "simulate", "--listen", simulator]);
        try
        {
            Assert.Equal("true", await image.OutputAsync("inspect", "--format", "{{.State.Running}}", name));
            Assert.Equal(1, (await image.HealthcheckAsync(name)).ExitCode);
        }
        finally
        {
            await image.RunAsync("rm", "--force", name);
        }
    }

    [Fact]
    public async Task The_same_source_gives_the_same_layers()
    {
        Assert.SkipUnless(image.IsPodman, "docker needs a builder that rewrites timestamps, as the release workflow has it");
        const string Again = BuiltImage.Name + "-again";
        await image.BuildAsync(Again, "--no-cache");
        try
        {
            Assert.Equal(await LayersAsync(BuiltImage.Name), await LayersAsync(Again));
        }
        finally
        {
            await image.RunAsync("rmi", "--force", Again);
        }
    }

    [Fact]
    public async Task Says_what_it_is_and_runs_as_nobody()
    {
        using var inspected = JsonDocument.Parse(await image.OutputAsync("inspect", BuiltImage.Name));
        var config = inspected.RootElement[0].GetProperty("Config");
        var version = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.Equal(["/usr/bin/dxjobs-exporter"], config.GetProperty("Entrypoint").EnumerateArray().Select(e => e.GetString()));
        Assert.True(config.GetProperty("ExposedPorts").TryGetProperty("10390/tcp", out _));
        var labels = config.GetProperty("Labels");
        Assert.Equal(version, labels.GetProperty("org.opencontainers.image.version").GetString());
        Assert.Equal(BuiltImage.Revision, labels.GetProperty("org.opencontainers.image.revision").GetString());
        Assert.Equal("Apache-2.0", labels.GetProperty("org.opencontainers.image.licenses").GetString());
        Assert.All(["title", "description", "source", "documentation", "created"], l => Assert.NotEmpty(labels.GetProperty($"org.opencontainers.image.{l}").GetString()!));
        Assert.Matches("\"Test\":\\s*\\[\\s*\"CMD\",\\s*\"/usr/bin/dxjobs-exporter\",\\s*\"healthcheck\"\\s*\\]", inspected.RootElement.GetRawText());
        Assert.Equal($"dxjobs-exporter {version} (revision {BuiltImage.Revision})", await image.OutputAsync(["run", "--rm", .. Confined, BuiltImage.Name, "--version"]));
    }

    [Fact]
    public async Task Adds_one_file_to_its_base_and_keeps_no_secret()
    {
        var history = await image.OutputAsync("history", "--no-trunc", "--format", "{{.CreatedBy}}", BuiltImage.Name);
        var steps = history.Split('\n').TakeWhile(step => !step.Contains("ARG VERSION", StringComparison.Ordinal) || step.Contains("REVISION", StringComparison.Ordinal)).ToList();
        Assert.Single(steps, step => step.Contains("COPY", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("RUN", StringComparison.Ordinal));
        Assert.All(["SECRET", "TOKEN", "PASSWORD", "AKIA", "NUGET", "://127"], word => Assert.DoesNotContain(word, history, StringComparison.OrdinalIgnoreCase));

        // Nothing after the base runs a shell, for there is none.
        var last = (await File.ReadAllTextAsync(Repository.Path("Dockerfile"), TestContext.Current.CancellationToken)).Split("\nFROM ")[^1];
        Assert.StartsWith("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", last, StringComparison.Ordinal);
        Assert.DoesNotContain("\nRUN ", last, StringComparison.Ordinal);
        Assert.Contains("CMD [\"", last, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"", last, StringComparison.Ordinal);
    }

    private Task<string> LayersAsync(string name) => image.OutputAsync("inspect", "--format", "{{.RootFS.Layers}}", name);

    private static async Task<bool> ShowsJobsAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            return (await http.GetStringAsync("/metrics", cancel)).Split('\n').Count(line => line.StartsWith("aws_dataexchange_jobs{", StringComparison.Ordinal)) == 54;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>What the image's HEALTHCHECK runs, against the port of this test.</summary>
    private Task<(int ExitCode, string Output)> HealthcheckAsync(string address) =>
        image.RunAsync(["run", "--rm", .. Confined, BuiltImage.Name, "healthcheck", "--web.listen-address", address]);
}
