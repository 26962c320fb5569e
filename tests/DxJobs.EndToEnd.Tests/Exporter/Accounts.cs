using DxJobs.Simulator;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Simulated accounts within the test, where it can look into them and let them fail.</summary>
internal static class Accounts
{
    /// <summary>Starts one whose time stands still.</summary>
    public static Task<SimulatorServer> StillAsync(int jobs, SimulatorFaults? faults = null, string listen = "127.0.0.1:0") => SimulatorServer.StartAsync(
        new SimulatorOptions { Jobs = jobs, Seed = 7, Alive = false, Listen = listen, Faults = faults ?? SimulatorFaults.None },
        TimeProvider.System,
        null,
        TestContext.Current.CancellationToken);

    /// <summary>How many times the jobs were listed.</summary>
    public static long Listings(this SimulatorServer server) => server.Requests.GetValueOrDefault("ListJobs");

    /// <summary>A job that has just begun to wait.</summary>
    public static SimulatedJob Waiting(this SimulatedAccount account, string id) =>
        new() { Id = id, Type = "EXPORT_ASSETS_TO_S3", CreatedAt = account.Now, DataSetId = account.DataSets[0].Id, RevisionId = new string('e', 32) };
}
