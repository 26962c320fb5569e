using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The messages that docs/troubleshooting.md explains are those that the program gives.</summary>
public sealed class TroubleshootingTests
{
    /// <summary>Time for what fails at once, however busy the machine is.</summary>
    private const string Ample = "poll: {interval: 1m, timeout: 1m}\n";

    /// <summary>For what is tried again until the poll's time is over.</summary>
    private const string Short = "poll: {interval: 5s, timeout: 5s}\n";

    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "troubleshooting.md"));

    [Theory]
    [InlineData(Ample + "targets: [{name: default}]", "target 'default' has no region: set the target's region, AWS_REGION")]
    [InlineData("poll:\n  interval: 1m\n  page_size: 500", "dxjobs.yaml:3: poll.page_size: '500' is not within 1 to 200")]
    [InlineData(Ample + "targets: [{name: a, region: us-east-1}]", "there are no AWS credentials: nothing in the SDK's chain has any")]
    [InlineData(Ample + "targets: [{name: a, region: us-east-1, profile: x}]", "there is no profile 'x' in the AWS configuration files")]
    [InlineData(Short + "targets: [{name: a, region: us-east-1, endpoint_url: 'http://127.0.0.1:9'}]", "AWS can't be reached: Connection refused", "AKIAIOSFODNN7EXAMPLE")]
    public async Task Of_a_configuration(string yaml, string message, string key = "")
    {
        using var config = new ConfigFile(yaml);
        var run = await ExporterProcess.RunWithAsync(
            new() { ["AWS_REGION"] = "", ["AWS_ACCESS_KEY_ID"] = key, ["AWS_SECRET_ACCESS_KEY"] = key }, "once", "--config.file", config.Path);
        Says(run, message);
    }

    [Theory]
    [InlineData(Ample, "access-denied=1", "AWS denied access (AccessDeniedException)", "### access_denied")]
    [InlineData(Ample, "expired=1", "expired_credentials", "### expired_credentials")]
    [InlineData(Short, "throttle=1", "throttled", "### throttled")]
    [InlineData(Short, "error=1", "AWS failed", "### internal")]
    [InlineData(Short, "html=1", "the response is not from AWS", "### network")]
    [InlineData(Ample, "malformed=1", "AWS's answer makes no sense", "### malformed")]
    [InlineData(Short, "hang=1", "was over after 0 pages", "### timeout")]
    public async Task Of_a_failing_API(string time, string faults, string message, string section)
    {
        await using var server = await Accounts.StillAsync(500, SimulatorFaults.Parse(faults));
        using var config = new ConfigFile(time);
        var run = await ExporterProcess.RunWithAsync(new() { ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString() }, "once", "--config.file", config.Path);
        Says(run, message);
        Assert.Contains(message, Page[Page.IndexOf(section, StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static void Says(Run run, string message)
    {
        Assert.NotEqual(0, run.Status);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains(message, Page, StringComparison.Ordinal);
    }
}
