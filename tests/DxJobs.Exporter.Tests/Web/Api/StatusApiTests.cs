using System.Text.Json;
using DxJobs.Core.Jobs;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Api;

public sealed class StatusApiTests
{
    [Fact]
    public async Task Says_what_the_page_says()
    {
        var good = SampleBoard.Up("good", ("COMPLETED", "EXPORT_ASSETS_TO_S3", 12), ("WAITING", "EXPORT_ASSETS_TO_S3", 2)) with { LatestFailures = [SampleBoard.Hostile("job-1")] };
        good = good with
        {
            Snapshot = good.Snapshot! with
            {
                JobErrors = new Dictionary<TypeAndCode, long> { [new("T", "C")] = 3, [new("T", "D")] = 0 },
                LimitBreaches = new Dictionary<TypeAndLimit, long> { [new("T", "Asset size in GB")] = 2, [new("T", "Other")] = 0 },
                LimitValues = new Dictionary<string, double> { ["Asset size in GB"] = 100 },
            },
        };
        var bad = SampleBoard.Failed(SampleBoard.Pending("bad"));
        await using var server = await WebServer.StartAsync(SampleBoard.Of(good, bad), time: new FakeTimeProvider(SampleBoard.Now));
        var text = await server.Client.GetStringAsync("/api/v1/status", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Assert.Equal(
            ["generated_at", "version", "interval_seconds", "stale_after_seconds", "targets_total", "targets_failing", "targets_pending", "jobs", "targets"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal((2, 1, 0), (root.GetProperty("targets_total").GetInt32(), root.GetProperty("targets_failing").GetInt32(), root.GetProperty("targets_pending").GetInt32()));
        Assert.Equal(54, root.GetProperty("jobs").GetArrayLength());

        var failing = root.GetProperty("targets")[0];
        Assert.Equal("stale", failing.GetProperty("health").GetString());
        Assert.Equal("access_denied", failing.GetProperty("last_poll").GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, failing.GetProperty("open_jobs").ValueKind);

        var up = root.GetProperty("targets")[1];
        Assert.Equal(
            ["target", "region", "account_id", "health", "last_poll", "last_success_at", "jobs_tracked", "open_jobs", "jobs", "recently_finished", "job_errors", "limit_breaches", "feeds", "latest_failures", "history"],
            up.EnumerateObject().Select(p => p.Name));
        Assert.Equal(2, up.GetProperty("open_jobs").GetInt64());
        Assert.Equal("{\"state\":\"COMPLETED\",\"type\":\"EXPORT_ASSETS_TO_S3\",\"count\":12}", up.GetProperty("jobs")[0].GetRawText());
        Assert.Equal("[{\"type\":\"T\",\"code\":\"C\",\"count\":3}]", up.GetProperty("job_errors").GetRawText());
        Assert.Equal("[{\"type\":\"T\",\"limit_name\":\"Asset size in GB\",\"count\":2,\"limit_value\":100}]", up.GetProperty("limit_breaches").GetRawText());
        var error = up.GetProperty("latest_failures")[0].GetProperty("errors")[0];
        Assert.Equal(100, error.GetProperty("limit_value").GetDouble());
        Assert.Contains(SampleBoard.Script, error.GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_narrowed_to_a_target()
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Of(SampleBoard.Up("a"), SampleBoard.Up("b&c")));
        using var document = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/status?target=b%26c", TestContext.Current.CancellationToken));
        Assert.Equal("b&c", document.RootElement.GetProperty("targets").EnumerateArray().Single().GetProperty("target").GetString());
    }
}
