using System.Globalization;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>From the account through the exporter into a real Prometheus: what queries answer is what the account holds, counted plainly.</summary>
public sealed class PrometheusTests
{
    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task Queries_answer_what_the_account_holds(PeerVersion version)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await Accounts.StillAsync(5_000);
        var account = server.Account;
        account.Upsert(account.Waiting(new string('1', 32)) with
        {
            CreatedAt = account.Now.AddMinutes(-9),
            StartedAt = account.Now.AddMinutes(-8),
            EndedAt = account.Now.AddMinutes(-7),
            EndState = SimulatedJobState.Error,
            Errors = [new("A_CODE_OF_TOMORROW", "new", "A limit of tomorrow", 12, "r", "ASSET"), new("MALWARE_DETECTED", "found")],
        });
        using var config = new ConfigFile(
            $"poll: {{max_requests_per_second: 1000}}\ntargets: [{{name: account, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("account"), "the account is up");
        await using var prometheus = await PrometheusServer.StartAsync(new Uri(exporter.Address, "/metrics"), null, null, cancel, version);
        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("dxjobs_target_up == 1", cancel)).Count == 1, "a scrape", cancel);

        var (jobs, now) = account.List();
        await SameAsync("sum by (state) (aws_dataexchange_jobs) > 0", ["state"], jobs.CountBy(j => j.StateAt(now)));
        await SameAsync("sum by (type) (aws_dataexchange_jobs) > 0", ["type"], jobs.CountBy(j => j.Type));
        await SameAsync("aws_dataexchange_jobs > 0", ["state", "type"], jobs.CountBy(j => $"{j.StateAt(now)}|{j.Type}"));

        var errors = jobs.SelectMany(job => job.ErrorsAt(now).Select(error => (job.Type, Error: error))).ToList();
        Assert.NotEmpty(errors);
        await SameAsync("sum by (code) (aws_dataexchange_job_errors) > 0", ["code"], errors.CountBy(e => e.Error.Code));
        await SameAsync(
            "sum by (type, limit_name) (aws_dataexchange_job_limit_breaches) > 0",
            ["type", "limit_name"],
            errors.Where(e => e.Error.LimitName is not null).CountBy(e => $"{e.Type}|{e.Error.LimitName}"));
        await SameAsync(
            "sum by (resource_type) (aws_dataexchange_job_error_resources{resource_type!=\"\"}) > 0",
            ["resource_type"],
            errors.Where(e => e.Error.ResourceType is not null).CountBy(e => e.Error.ResourceType!));
        Assert.Equal(12, await prometheus.ScalarAsync("aws_dataexchange_job_limit_value{limit_name=\"A limit of tomorrow\"}", cancel));
        Assert.Equal(jobs.Count, await prometheus.ScalarAsync("sum(dxjobs_jobs_tracked)", cancel));
        Assert.Equal(0, await prometheus.ScalarAsync("sum(aws_dataexchange_finished_jobs_total)", cancel));

        // AWS's time is known to the second, so jobs at the edge of the window may count or not.
        var day = await prometheus.ScalarAsync("sum(aws_dataexchange_recently_finished_jobs{window=\"1d\"})", cancel);
        Assert.InRange(day, Ended(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1)), Ended(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1)));
        var oldest = jobs.Where(j => j.StateAt(now) == SimulatedJobState.Waiting).Min(j => j.CreatedAt);
        Assert.Equal(
            oldest.ToUnixTimeMilliseconds() / 1000.0,
            await prometheus.ScalarAsync("min(aws_dataexchange_oldest_job_created_timestamp_seconds{state=\"WAITING\"})", cancel),
            0.001);

        int Ended(TimeSpan within) => jobs.Count(j => j.EndedAt <= now && j.EndedAt > now - within);

        async Task SameAsync(string query, string[] labels, IEnumerable<KeyValuePair<string, int>> counts) => Assert.Equal(
            string.Join('\n', counts.Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal)),
            string.Join('\n', (await prometheus.QueryAsync(query, cancel)).Select(r => Line(r, labels)).Order(StringComparer.Ordinal)));
    }

    private static string Line(JsonElement result, string[] labels)
    {
        var values = labels.Select(l => result.GetProperty("metric").TryGetProperty(l, out var value) ? value.GetString() : "");
        return $"{string.Join('|', values)} {double.Parse(result.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture)}";
    }
}
