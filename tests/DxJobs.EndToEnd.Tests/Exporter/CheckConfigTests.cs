using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary><c>check-config</c>, and the same checks where the server starts.</summary>
public sealed class CheckConfigTests
{
    private const string Bad = """
        poll:
          interval: sometimes
          page_size: 500
        windows: [15m, 15m]
        target: []
        targets:
          - {name: a, region: us-east-1, role_arn: not-an-arn}
          - {name: a, region: us-east-1}
        """;

    [Fact]
    public async Task A_good_file()
    {
        using var config = new ConfigFile("targets: [{name: a, regions: [us-east-1, eu-west-1]}, {name: b, region: us-east-1}]");
        var run = await ExporterProcess.RunAsync("check-config", "--config.file", config.Path);
        Assert.Equal((0, "ok: 3 targets\n", ""), (run.Status, run.Output, run.Error));
    }

    [Theory]
    [InlineData("check-config")]
    [InlineData("serve")]
    [InlineData("once")]
    public async Task A_bad_file_is_told_all_its_problems_with_key_and_line(string command)
    {
        using var config = new ConfigFile(Bad);
        var run = await ExporterProcess.RunAsync(command, "--config.file", config.Path);
        Assert.Equal((2, ""), (run.Status, run.Output));
        (int Line, string Key)[] expected = [(2, "poll.interval"), (3, "poll.page_size"), (4, "windows"), (5, "target"), (7, "role_arn"), (8, "targets")];
        Assert.All(expected, e => Assert.Contains(
            run.Error.Split('\n'), line => line.Contains($":{e.Line}:", StringComparison.Ordinal) && line.Contains(e.Key, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var config = new ConfigFile("");
        var run = await ExporterProcess.RunAsync("check-config", "--config.file", config.PathOf("absent.yaml"));
        Assert.Equal(2, run.Status);
        Assert.Contains("absent.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Online_says_who_each_target_is_signed_in_as()
    {
        await using var server = await Accounts.StillAsync(10);
        var run = await ExporterProcess.RunWithAsync(new() { ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString() }, "check-config", "--online");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("default/us-east-1: signed in as arn:aws:iam::123456789012:user/simulated; ListJobs: ok", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, server.Listings());
    }

    /// <summary>And AWS is not asked: the account of the environment is nobody's business then.</summary>
    [Fact]
    public async Task The_embedded_simulator_is_checked_too()
    {
        var run = await ExporterProcess.RunAsync("check-config", "--simulate", "--online");
        Assert.Equal((0, "ok: the embedded simulator\nsimulator/us-east-1: simulated; ListJobs: ok\n", ""), (run.Status, run.Output, run.Error));
    }

    [Fact]
    public async Task Online_a_target_that_is_denied_ends_it_with_1()
    {
        await using var server = await Accounts.StillAsync(10, new SimulatorFaults { AccessDenied = 1 });
        var run = await ExporterProcess.RunWithAsync(new() { ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString() }, "check-config", "--online");
        Assert.Equal(1, run.Status);
        Assert.Contains("ListJobs: access_denied", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check-config", "--online")]
    [InlineData("serve", "--log.level=info")]
    [InlineData("once", "--log.level=info")]
    public async Task A_target_without_a_region_is_named_and_not_a_crash(string command, string flag)
    {
        using var config = new ConfigFile("targets: [{name: nowhere}]");
        var run = await ExporterProcess.RunWithAsync(new() { ["AWS_REGION"] = "" }, command, flag, "--config.file", config.Path);
        Assert.Equal(2, run.Status);
        Assert.Contains("'nowhere' has no region", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
