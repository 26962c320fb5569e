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

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var standIns = Beside.ContainerTool is not null;
        if (Beside.ContainerTool is { } tool)
        {
            foreach (Match variable in Variable().Matches(await Build.RunAsync("bash", tool)))
            {
                _environment[variable.Groups[1].Value] = variable.Groups[2].Value;
            }
        }

        _engine = Engine();
        List<string> arguments = ["build", "--network=host", "--build-arg", $"REVISION={Revision}", "-t", Name];
        if (standIns)
        {
            arguments.Add("--pull=never");
        }

        if (_engine.EndsWith("podman", StringComparison.Ordinal))
        {
            // Its own format has no healthcheck.
            arguments.Add("--format=docker");
        }

        var (exitCode, output) = await RunAsync([.. arguments, Repository.Root]);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs the engine's command line to its end: both streams together, and its exit status.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        Command.RunAsync(_engine, arguments, _environment, TestContext.Current.CancellationToken);

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
