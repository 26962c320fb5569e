using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>The AWS commands of the runbooks, run as they are written by AWS's own command line against the simulated account.</summary>
public sealed class RunbookCommandTests
{
    /// <summary>What the simulated account does not have.</summary>
    private const string ExampleDataSet = "0123456789abcdef0123456789abcdef";

    private static readonly string[] OtherServices = ["aws cloudtrail", "aws service-quotas"];

    /// <summary>What changes a job.</summary>
    private static readonly string[] Remedies = ["aws dataexchange start-job", "aws dataexchange cancel-job"];

    [Fact]
    public async Task Aws_answers_every_command_and_finds_the_jobs()
    {
        var cancel = TestContext.Current.CancellationToken;
        var aws = Tool.Require("aws");
        await using var simulator = await SimulatorServer.StartAsync(new() { Jobs = 5_000, Seed = 3 }, TimeProvider.System, logging: null, cancel);
        PutWhatTheyLookFor(simulator.Account);
        var run = 0;
        foreach (var alert in RuleFile.Alerts.Select(a => a.Name).Distinct())
        {
            // Blocks of one runbook build on each other: a later one uses what an earlier one exported. Remedies exclude each other, so each is run by itself.
            var blocks = RunbookTests.Commands(alert)
                .Where(b => b.Contains("aws ", StringComparison.Ordinal) || b.Contains("AWS_REGION", StringComparison.Ordinal))
                .Where(b => !OtherServices.Any(other => b.Contains(other, StringComparison.Ordinal))).ToList();
            if (!blocks.Any(b => b.Contains("aws ", StringComparison.Ordinal)))
            {
                continue;
            }

            blocks = [.. blocks.Select(b => b.Replace(ExampleDataSet, simulator.Account.DataSets[0].Id, StringComparison.Ordinal))];
            var remedies = blocks.Where(b => Remedies.Any(r => b.Contains(r, StringComparison.Ordinal))).ToList();
            foreach (var remedy in remedies.DefaultIfEmpty(""))
            {
                var script = $"aws() {{ {aws} --endpoint-url {simulator.Endpoint} \"$@\"; }}\n" + string.Join('\n', blocks.Except(remedies).Append(remedy));
                var (exitCode, output) = await Command.RunAsync("bash", ["-e", "-o", "pipefail", "-c", script], SimulatedAccount(), cancel);
                Assert.True(exitCode == 0, $"{alert}: {output}");
                Assert.Contains(output, char.IsLetter);
            }

            run++;
        }

        Assert.True(run >= 9, $"{run} runbooks have AWS commands");
        Assert.True(simulator.Requests["ListJobs"] > run);
        Assert.True(simulator.Requests["GetJob"] >= 4);
    }

    /// <summary>Jobs of each kind that a runbook asks for, whatever the time of day has made of the others: it starts one that waits and cancels another.</summary>
    private static void PutWhatTheyLookFor(SimulatedAccount account)
    {
        var created = account.Now.AddHours(-3);
        account.Upsert(Waiting('1') with { CreatedAt = created });
        account.Upsert(Waiting('2') with { CreatedAt = created });
        account.Upsert(Waiting('3') with { CreatedAt = created, StartedAt = created });
        account.Upsert(Failed('4', "MALWARE_DETECTED"));
        account.Upsert(Failed('5', "ACCESS_DENIED_EXCEPTION"));

        SimulatedJob Waiting(char id) => account.Waiting(new string(id, 32)) with { Type = "IMPORT_ASSETS_FROM_S3" };

        SimulatedJob Failed(char id, string code) => account.Waiting(new string(id, 32)) with
        {
            CreatedAt = created,
            StartedAt = created,
            EndedAt = created.AddMinutes(5),
            EndState = SimulatedJobState.Error,
            Errors = [new(code, "It failed.")],
        };
    }

    private static Dictionary<string, string> SimulatedAccount() => new()
    {
        ["AWS_ACCESS_KEY_ID"] = SimulatorCredentials.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = SimulatorCredentials.SecretAccessKey,
        ["AWS_CONFIG_FILE"] = "/dev/null",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };
}
