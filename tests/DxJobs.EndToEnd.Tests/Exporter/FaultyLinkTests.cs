namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>What the network does to the exporter, below HTTP.</summary>
public sealed class FaultyLinkTests
{
    private const string Metric = "dxjobs_poll_duration_seconds_count";

    public static TheoryData<string, string[]> Faults => new()
    {
        { nameof(LinkFault.Reset), ["network"] },
        { nameof(LinkFault.CutInTheMiddle), ["network"] },
        { nameof(LinkFault.Silence), ["timeout"] },
        { nameof(LinkFault.Trickle), ["timeout"] },
        { nameof(LinkFault.Garbage), ["network", "malformed"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_link_fails_the_poll_in_its_time_and_the_next_good_one_is_exact(string fault, string[] outcomes)
    {
        await using var server = await Accounts.StillAsync(1_000);
        var jobs = server.Account.List().Jobs.Count;
        await using var link = new FaultyLink(server.Endpoint);
        using var config = new ConfigFile($$"""
            poll: {interval: 2s, timeout: 2s, full_resync: 2s, recheck_open_jobs: every_poll, stale_after: 1h, max_requests_per_second: 1000}
            targets: [{name: far, region: us-east-1, endpoint_url: "{{link.Address}}"}]
            """);
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        var before = await exporter.ScrapedAsync(s => s.Up("far"), "the first poll");
        var (requests, connections) = (server.Listings(), link.Connections);

        link.Fault = Enum.Parse<LinkFault>(fault);
        var failed = await exporter.ScrapedAsync(
            s => outcomes.Any(outcome => s.Sum(Metric, ("target", "far"), ("outcome", outcome)) > 0) && !s.Up("far"), $"a poll fails with {string.Join(" or ", outcomes)}");

        // The last good numbers stay, whole, until they are stale.
        Assert.Equal(jobs, failed.Sum("aws_dataexchange_jobs"));
        Assert.Equal(before.Sum("aws_dataexchange_job_errors"), failed.Sum("aws_dataexchange_job_errors"));

        // A few retries a poll and not a storm; polls end in their time, or fewer would have begun.
        var polls = failed.Sum(Metric, ("target", "far"));
        Assert.InRange(server.Listings() - requests, 1, polls * 12);
        Assert.InRange(link.Connections - connections, 0, polls * 12);

        link.Fault = LinkFault.None;
        var after = await exporter.ScrapedAsync(s => s.Up("far"), "it is well again");
        Assert.Equal(jobs, after.Sum("aws_dataexchange_jobs"));
        Assert.Equal(0, after.Sum("dxjobs_resync_corrections_total"));
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);
    }
}
