using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Backfill;

/// <summary>An account with a few feeds whose time stands still, an exporter of it, and its backfill.</summary>
internal sealed class BackfilledAccount : IAsyncDisposable
{
    /// <summary>Interval between samples.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private static readonly Scenario Feeds = new()
    {
        Feeds =
        [
            new()
            {
                DataSet = "Hourly",
                Type = "IMPORT_ASSETS_FROM_S3",
                Every = TimeSpan.FromHours(1),
                Jitter = TimeSpan.FromMinutes(5),
            },
            new()
            {
                DataSet = "Daily",
                At = TimeSpan.FromHours(6),
                FailingFor = TimeSpan.FromDays(9),
                Jitter = TimeSpan.FromMinutes(50),
            },
            new()
            {
                DataSet = "Stopped",
                Type = "EXPORT_ASSETS_TO_S3",
                At = TimeSpan.FromHours(4),
                Stopped = TimeSpan.FromDays(12),
            },
        ],
    };

    private BackfilledAccount(SimulatorServer server, ExporterProcess exporter, string file, string output) =>
        (Server, Exporter, File, Output) = (server, exporter, file, output);

    public SimulatorServer Server { get; }

    public ExporterProcess Exporter { get; }

    /// <summary>The backfill.</summary>
    public string File { get; }

    /// <summary>What the command printed.</summary>
    public string Output { get; }

    /// <summary>All jobs, oldest end first.</summary>
    public IReadOnlyList<SimulatedJob> Finished =>
        [.. Server.Account.List().Jobs.Where(job => job.EndedAt <= Server.Account.Now).OrderBy(job => job.EndedAt)];

    public static async Task<BackfilledAccount> CreateAsync()
    {
        var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 0, Alive = false, Scenario = Feeds },
            TimeProvider.System,
            null,
            TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = server.Endpoint.AbsoluteUri,
            ["AWS_REGION"] = "us-east-1",
            ["DXJOBS_POLL__MAX_REQUESTS_PER_SECOND"] = "1000",
        };
        var exporter = await ExporterProcess.ServeWithAsync(environment);
        var file = Path.Combine(RunningProgram.NewFolder(), "past.om");
        var run = await ExporterProcess.RunWithAsync(
            environment,
            "backfill",
            "--data-sets",
            "--step", "30m",
            "--label", "job=dxjobs-exporter",
            "--label", $"instance={exporter.Address.Authority}",
            "--output-file", file);
        Assert.True(run.Status == 0, run.Output + run.Error);
        return new BackfilledAccount(server, exporter, file, run.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await Exporter.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
    }
}
