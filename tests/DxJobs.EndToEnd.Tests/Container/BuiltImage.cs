using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Container;

/// <summary>The image, built once from the Dockerfile for all tests that need it, with podman (or docker, where there is no podman).</summary>
public sealed partial class BuiltImage : IAsyncLifetime
{
    /// <summary>Its name.</summary>
    public const string Name = "dxjobs-exporter:under-test";

    /// <summary>The revision it was told it was built from.</summary>
    public const string Revision = "0123456789abcdef0123456789abcdef01234567";

    private readonly Dictionary<string, string> _environment = [];
    private string _engine = "";
    private bool _standIns;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _standIns = Beside.ContainerTool is not null;
        if (Beside.ContainerTool is { } tool)
        {
            foreach (Match variable in Variable().Matches(await Build.RunAsync("bash", tool)))
            {
                _environment[variable.Groups[1].Value] = variable.Groups[2].Value;
            }
        }

        _engine = Engine();
        await BuildAsync(Name);
    }

    /// <summary>Whether the engine is podman.</summary>
    public bool IsPodman => _engine.EndsWith("podman", StringComparison.Ordinal);

    /// <summary>Builds the image once more.</summary>
    public async Task BuildAsync(string name, params string[] more)
    {
        List<string> arguments = ["build", "--network=host", "--build-arg", $"REVISION={Revision}", "-t", name, .. more];
        if (_standIns)
        {
            arguments.Add("--pull=never");
        }

        if (IsPodman)
        {
            // Its own format has no healthcheck. The time is that of all that a layer holds, folders too.
            arguments.AddRange(["--format=docker", "--timestamp=0"]);
        }

        var (exitCode, output) = await RunAsync([.. arguments, Repository.Root]);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs the engine's command line to its end: both streams together, and its exit status.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        Command.RunAsync(_engine, arguments, _environment, TestContext.Current.CancellationToken);

    /// <summary>Runs the image's own HEALTHCHECK in a container, which podman does when asked, and docker only by the clock.</summary>
    public Task<(int ExitCode, string Output)> HealthcheckAsync(string container) =>
        IsPodman ? RunAsync("healthcheck", "run", container) : RunAsync("exec", container, "/usr/bin/dxjobs-exporter", "healthcheck");

    /// <summary>Its standard output when it ends well; else the test fails with all it said.</summary>
    public async Task<string> OutputAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);
        Assert.True(exitCode == 0, output);
        return string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("time=", StringComparison.Ordinal))).Trim();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Engine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var docker = path.Select(p => Path.Combine(p, "docker")).FirstOrDefault(File.Exists);
        return path.Any(p => File.Exists(Path.Combine(p, "podman"))) || docker is null || !File.Exists("/var/run/docker.sock") ? Tool.Require("podman") : docker;
    }

    [GeneratedRegex("([A-Z_]+)=(\\S+)")]
    private static partial Regex Variable();
}
