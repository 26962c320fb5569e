using System.Globalization;
using DxJobs.EndToEnd.Tests.Exporter.Otlp;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>
/// Two hours of an account's life at high speed, with every fault at random: what is shown at the end is what the account holds, the process
/// has not grown, and no poll began before the one before it had ended.
/// </summary>
public sealed class SoakTests
{
    private const double Speed = 240;

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private static readonly SimulatorFaults Faults = SimulatorFaults.Parse(
        "throttle=0.03,error=0.03,drop=0.03,html=0.01,truncate=0.01,malformed=0.01,endless=0.005,bad-token=0.02,access-denied=0.005,expired=0.005,hang=0.002,latency=5ms,fail=0.2");

    [Fact]
    public async Task Ends_in_the_accounts_own_numbers()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 2_000, Seed = 5, Speed = Speed }, TimeProvider.System, null, cancel);
        using var config = new ConfigFile($$"""
            poll: {interval: 1s, timeout: 1s, full_resync: 10s, recheck_open_jobs: every_poll, stale_after: 1h, max_requests_per_second: 1000}
            targets: [{name: life, region: us-east-1, endpoint_url: "{{server.Endpoint}}"}]
            """);
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new(receiver.Environment) { ["OTEL_TRACES_SAMPLER"] = "always_on" }, "--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("life"), "the first poll");

        server.Faults = Faults;
        var start = server.Account.Now;
        long? half = null;
        var lives = new Random(5);
        await Eventually.TrueAsync(() =>
        {
            Begin(server.Account, lives);
            half ??= server.Account.Now > start + (Life / 2) ? Resident(exporter) : null;
            return Task.FromResult(server.Account.Now > start + Life);
        }, "two simulated hours", cancel);

        Assert.InRange(Resident(exporter), 0, half!.Value + (24L << 20));
        server.Faults = SimulatorFaults.None;
        server.Account.Freeze();
        var first = await NextGoodPollAsync(exporter, await exporter.ScrapeAsync());
        var end = await NextGoodPollAsync(exporter, first);

        var (jobs, now) = server.Account.List();
        var held = jobs.CountBy(j => $"{j.StateAt(now)} {j.Type}").ToDictionary(c => c.Key, c => (double)c.Value);
        Assert.Equal(held, end.Of("aws_dataexchange_jobs").Where(s => s.Value > 0).ToDictionary(s => $"{s.Labels["state"]} {s.Labels["type"]}", s => s.Value));
        Assert.Equal(
            jobs.SelectMany(j => j.ErrorsAt(now)).CountBy(e => e.Code).ToDictionary(c => c.Key, c => (double)c.Value),
            end.Of("aws_dataexchange_job_errors").GroupBy(s => s.Labels["code"]).ToDictionary(g => g.Key, g => g.Sum(s => s.Value)).Where(c => c.Value > 0).ToDictionary());
        Assert.True(end.Sum("aws_dataexchange_finished_jobs_total") > 0, "no job ended in two hours");
        Assert.Equal(0, end.Sum("dxjobs_resync_corrections_total"));
        Assert.InRange(end.Sum("dxjobs_poll_duration_seconds_count", ("outcome", "ok")), 3, double.MaxValue);
        Assert.InRange(end.Of("dxjobs_api_requests_total").Count(s => s.Labels["outcome"] != "ok" && s.Value > 0), 3, int.MaxValue);

        Assert.Equal(0, (await exporter.TerminateAsync()).Status);
        var polls = receiver.Spans.Where(s => s.Name == "dxjobs.poll").OrderBy(s => s.Start).ToList();
        Assert.True(polls.Count > 10, $"{polls.Count} polls");
        Assert.All(polls.Zip(polls.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"a poll until {pair.First.End}, the next from {pair.Second.Start}"));
    }

    /// <summary>The first good poll after a moment may have begun before it, and hold pages of that time; the one after that did not.</summary>
    private static Task<Scrape> NextGoodPollAsync(ExporterProcess exporter, Scrape before) =>
        exporter.ScrapedAsync(s => s.Up("life") && LastSuccess(s) > LastSuccess(before), "another good poll");

    private static double LastSuccess(Scrape scrape) => scrape.Single("dxjobs_poll_last_success_timestamp_seconds", ("target", "life"));

    /// <summary>Two jobs more than come by themselves: they wait, run and end in their own time, some of them badly, some never.</summary>
    private static void Begin(SimulatedAccount account, Random random)
    {
        for (var i = 0; i < 2; i++)
        {
            var job = account.Waiting(string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64():x16}{random.NextInt64():x16}"));
            var started = job.CreatedAt.AddSeconds(random.Next(1, 600));
            account.Upsert(random.Next(5) switch
            {
                0 => job,
                1 => job with { StartedAt = started },
                2 => job with { StartedAt = started, EndedAt = started.AddSeconds(random.Next(1, 900)), EndState = SimulatedJobState.Error, Errors = [new("MALWARE_DETECTED", "found")] },
                _ => job with { StartedAt = started, EndedAt = started.AddSeconds(random.Next(1, 900)) },
            });
        }
    }

    private static long Resident(ExporterProcess exporter)
    {
        var line = File.ReadLines($"/proc/{exporter.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
