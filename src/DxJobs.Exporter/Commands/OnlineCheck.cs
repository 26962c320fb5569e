using Amazon.DataExchange.Model;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Commands;

/// <summary><c>check-config --online</c>: who each target is signed in as, and what one signed call of it says.</summary>
internal static class OnlineCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs it: a line a target; 1 if the call of one fails, 2 if a target has no region.</summary>
    public static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellation)
    {
        await using var simulator = settings.Simulate ? await EmbeddedSimulator.StartAsync(TimeProvider.System, cancellation) : null;
        IReadOnlyList<Target> targets;
        try
        {
            targets = TargetList.Of(simulator?.TakeOver(settings.Options) ?? settings.Options, TargetList.RegionOfTheSdk);
        }
        catch (TargetException e)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: {e.Message}");
            return ExitCodes.Usage;
        }

        var credentials = new TargetCredentials(simulator is null ? null : EmbeddedSimulator.Credentials);
        var (clients, identity) = (new TargetClients(credentials), new AccountIdentity(credentials));
        var failed = false;
        foreach (var target in targets)
        {
            var who = simulator is null ? await WhoAsync(identity, target, cancellation) : "simulated";
            var problem = await CallAsync(clients, target, cancellation);
            failed |= problem is not null;
            await Console.Out.WriteLineAsync($"{target}: {who}; ListJobs: {problem ?? "ok"}");
        }

        return failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<string> WhoAsync(AccountIdentity identity, Target target, CancellationToken cancellation)
    {
        try
        {
            return "signed in as " + await identity.CallerArnAsync(target, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return $"STS does not say who it is ({FailureDescriptions.Describe(e).Error})";
        }
    }

    private static async Task<string?> CallAsync(TargetClients clients, Target target, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.Open(target, Patience, new ServerClock(TimeProvider.System));
            await client.Client.ListJobsAsync(
                new ListJobsRequest { MaxResults = 1, DataSetId = target.DataSetId, RevisionId = target.RevisionId }, cancellation);
            return null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            var (error, hint) = FailureDescriptions.Describe(e);
            return $"{FailureClassifier.Classify(e).Label()}: {error}" + (hint is null ? "" : $" ({hint})");
        }
    }
}
