using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary><c>jobs</c>: failed and open jobs with their causes.</summary>
public sealed class JobsTests
{
    private static readonly string[] Shown = ["ERROR", "TIMED_OUT", "WAITING", "IN_PROGRESS"];

    [Fact]
    public async Task Json_has_every_failed_and_open_job_of_the_account_and_no_secret()
    {
        await using var server = await Accounts.StillAsync(2_000);
        using var config = new ConfigFile($"targets: [{{name: one, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        var run = await ExporterProcess.RunAsync("jobs", "--config.file", config.Path, "--output", "json");
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        var jobs = document.RootElement.GetProperty("jobs").EnumerateArray().ToList();
        var once = await ExporterProcess.RunAsync("once", "--config.file", config.Path);
        Assert.Equal(Shown.Sum(state => new Scrape(once.Output).Sum("aws_dataexchange_jobs", ("state", state))), jobs.Count);
        Assert.Contains(jobs, job => job.TryGetProperty("source", out var source) && source.GetString()!.StartsWith("s3://", StringComparison.Ordinal));
        Assert.Contains(jobs, job => job.TryGetProperty("destination", out _));
        Assert.All(jobs, job => Assert.StartsWith("aws dataexchange get-job ", job.GetProperty("command").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(SimulatorCanary.Text, run.Output, StringComparison.Ordinal);
        var updated = jobs.ConvertAll(job => job.GetProperty("updated_at").GetDateTimeOffset());
        Assert.Equal(updated.OrderDescending(), updated);
    }

    [Fact]
    public async Task Filters_narrow_the_table()
    {
        await using var server = await Accounts.StillAsync(2_000);
        using var config = new ConfigFile($"targets: [{{name: one, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        var run = await ExporterProcess.RunAsync(
            "jobs", "--config.file", config.Path, "--state", "ERROR", "--type", "IMPORT_ASSETS_FROM_S3", "--limit", "3");
        Assert.Equal((0, ""), (run.Status, run.Error));
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' ').ToList();
        Assert.Equal(4, rows.Count);
        Assert.StartsWith("UPDATED", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.Contains("  ERROR  IMPORT_ASSETS_FROM_S3  ", row, StringComparison.Ordinal));
        Assert.Contains("  error: ", run.Output, StringComparison.Ordinal);
        var none = await ExporterProcess.RunAsync("jobs", "--config.file", config.Path, "--since", "1s", "--state", "TIMED_OUT");
        Assert.Equal("No job matches.\n", none.Output);
    }

    [Fact]
    public async Task A_target_that_fails_is_named_and_the_others_are_shown()
    {
        await using var good = await Accounts.StillAsync(200);
        await using var bad = await Accounts.StillAsync(50, new SimulatorFaults { AccessDenied = 1 });
        using var config = new ConfigFile($$"""
            targets:
              - {name: good, region: us-east-1, endpoint_url: "{{good.Endpoint}}"}
              - {name: bad, region: eu-west-1, endpoint_url: "{{bad.Endpoint}}"}
            """);
        var run = await ExporterProcess.RunAsync("jobs", "--config.file", config.Path);
        Assert.Equal(1, run.Status);
        Assert.Contains("bad/eu-west-1: access_denied", run.Error, StringComparison.Ordinal);
        Assert.Contains("good/us-east-1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--state", "COMPLETED", "--state: 'COMPLETED' must be one of")]
    [InlineData("--since", "yesterday", "--since: 'yesterday' must be a duration")]
    [InlineData("--limit", "0", "--limit: '0' must be a number from 1")]
    [InlineData("--output", "xml", "--output: 'xml' must be table or json")]
    [InlineData("--target", "nowhere", "--target: no target named 'nowhere'")]
    public async Task Invalid_flags_are_named(string flag, string value, string message)
    {
        using var config = new ConfigFile("targets: [{name: one, region: us-east-1, endpoint_url: \"http://127.0.0.1:9\"}]");
        var run = await ExporterProcess.RunAsync("jobs", "--config.file", config.Path, flag, value);
        Assert.Equal(2, run.Status);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
