using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Commands;

/// <summary>A user's mistake is named, with the exit status of the contract, and never answered with a stack trace.</summary>
public sealed class InvalidUsageTests
{
    /// <summary>Exit status, what the message must hold, the arguments.</summary>
    public static TheoryData<int, string, string> Mistakes => new()
    {
        { 2, "'bogus'", "bogus" },
        { 2, "'extra'", "serve extra" },
        { 2, "--config.file", "--config.file" },
        { 2, "--config.file", "--config.file a --config.file b" },
        { 2, "no-such-file.yaml", "--config.file no-such-file.yaml" },
        { 2, "it is a folder", "--config.file /tmp" },
        { 2, "no-such-file.yaml", "once --config.file no-such-file.yaml" },
        { 2, "no-such-file.yaml", "check-config --config.file no-such-file.yaml" },
        { 2, "no-such-file.yaml", "--simulate --web.config.file no-such-file.yaml" },
        { 2, "no-such-file.yaml", "check-config --web.config.file no-such-file.yaml" },
        { 2, "one of debug, info, warn, error", "--log.level loud" },
        { 2, "logfmt or json", "--log.format xml" },
        { 2, "--web.listen-address", "--web.listen-address 10390" },
        { 2, "--web.listen-address", "--web.listen-address :99999" },
        { 2, "--web.telemetry-path", "--web.telemetry-path metrics" },
        { 2, "--web.telemetry-path", "--web.telemetry-path /healthz" },
        { 2, "--web.telemetry-path", "--web.telemetry-path /HealthZ/" },
        { 2, "--web.telemetry-path", "--web.telemetry-path //metrics" },
        { 2, "--web.telemetry-path", "--web.telemetry-path /a//b" },
        { 2, "--web.telemetry-path", "--web.telemetry-path /a/../metrics" },
        { 2, "larger than 4 MiB", "--config.file /dev/zero" },
        { 2, "larger than 1 MiB", "--simulate --web.config.file /dev/zero" },
        { 2, "'maybe'", "--simulate=maybe" },
        { 2, "--output: 'html' must be text or table", "once --output html" },
        { 2, "--output", "once --output" },
        { 2, "--jobs: 'abc'", "simulate --jobs abc" },
        { 2, "--jobs: '-1'", "simulate --jobs -1" },
        { 2, "--jobs: '99999999999999'", "simulate --jobs 99999999999999" },
        { 2, "--seed: 'x'", "simulate --seed x" },
        { 2, "--speed: 'NaN'", "simulate --speed NaN" },
        { 2, "--speed: '0'", "simulate --speed 0" },
        { 2, "--listen: 'here'", "simulate --listen here" },
        { 2, "must be an IP address or localhost", "simulate --listen no-such-host.invalid:10391" },
        { 2, "--faults", "simulate --faults throttle=2" },
        { 2, "--timeout: '9h'", "healthcheck --timeout 9h" },
        { 2, "--timeout", "healthcheck --timeout" },
        { 2, "completion", "completion" },
        { 2, "'tcsh'", "completion tcsh" },
        { 1, "can't listen on 192.0.2.1:10390", "--simulate --web.listen-address 192.0.2.1:10390" },
        { 1, "can't listen on no-such-host.invalid:10390", "--simulate --web.listen-address no-such-host.invalid:10390" },
        { 1, "can't listen on 192.0.2.1:10391", "simulate --listen 192.0.2.1:10391" },
        { 1, "no-such-host.invalid", "healthcheck --web.listen-address no-such-host.invalid:10390" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Is_named(int status, string named, string arguments)
    {
        var run = await ExporterProcess.RunAsync(arguments.Split(' '));
        Assert.Equal((status, ""), (run.Status, run.Output));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        NoTrace(run);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await ExporterProcess.ServeAsync("--simulate");
        foreach (var arguments in (string[][])[["--simulate", "--web.listen-address", first.Address.Authority], ["simulate", "--listen", first.Address.Authority]])
        {
            var run = await ExporterProcess.RunAsync(arguments);
            Assert.Equal((1, ""), (run.Status, run.Output));
            Assert.Contains($"can't listen on {first.Address.Authority}", run.Error, StringComparison.Ordinal);
            NoTrace(run);
        }
    }

    [Fact]
    public async Task A_variable_with_a_bad_value_is_named_as_a_variable()
    {
        var run = await ExporterProcess.RunWithAsync(new() { ["DXJOBS_LOG__LEVEL"] = "loud" }, "check-config");
        Assert.Equal(2, run.Status);
        Assert.Contains("DXJOBS_LOG__LEVEL: 'loud'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_config_names_what_is_wrong_in_both_files_at_once()
    {
        using var config = new ConfigFile("poll: {interval: sometimes}");
        await File.WriteAllTextAsync(config.PathOf("web.yml"), "tls_server_config: {min_version: SSL3}\nbasic_auth_users: {a: b}\n", TestContext.Current.CancellationToken);
        var run = await ExporterProcess.RunAsync("check-config", "--config.file", config.Path, "--web.config.file", config.PathOf("web.yml"));
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.All((string[])["poll.interval", "min_version", "basic_auth_users.a"], key => Assert.Contains(key, run.Error, StringComparison.Ordinal));
    }

    private static void NoTrace(Run run) => Assert.All(
        (string[])["   at ", "Unhandled exception", "System.", "Exception:"], trace => Assert.DoesNotContain(trace, run.Error, StringComparison.Ordinal));
}
