using DxJobs.Simulator.Account;
using DxJobs.Simulator.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Simulator.Tests.History;

/// <summary>Whatever the seed, an account that could be somebody's.</summary>
public class PlausibilityTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> ImportsInto = new()
    {
        ["IMPORT_ASSETS_FROM_S3"] = "S3_SNAPSHOT",
        ["IMPORT_ASSET_FROM_SIGNED_URL"] = "S3_SNAPSHOT",
        ["IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES"] = "REDSHIFT_DATA_SHARE",
        ["IMPORT_ASSET_FROM_API_GATEWAY_API"] = "API_GATEWAY_API",
        ["CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET"] = "S3_DATA_ACCESS",
        ["IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY"] = "LAKE_FORMATION_DATA_PERMISSION",
    };

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_code_and_limit_comes_and_something_is_stuck_and_something_waits(int seed)
    {
        var (jobs, now) = Account(seed).List();
        var errors = jobs.SelectMany(j => j.ErrorsAt(now)).ToList();

        Assert.Equal(7, errors.Select(e => e.Code).Distinct().Count());
        Assert.Equal(5, errors.Where(e => e.LimitName is not null).Select(e => e.LimitName).Distinct().Count());
        Assert.Equal(9, jobs.Select(j => j.Type).Distinct().Count());
        Assert.Contains(jobs, j => j.StateAt(now) == SimulatedJobState.InProgress && now - j.CreatedAt > TimeSpan.FromHours(6));
        Assert.Contains(jobs, j => j.StateAt(now) == SimulatedJobState.Waiting && now - j.CreatedAt > TimeSpan.FromHours(6));
    }

    [Fact]
    public void Imports_go_to_data_sets_of_ones_own_and_of_their_kind()
    {
        var account = Account(1);
        var sets = account.DataSets.ToDictionary(d => d.Id);

        Assert.All(account.List().Jobs.Where(j => ImportsInto.ContainsKey(j.Type)), job =>
        {
            Assert.False(sets[job.DataSetId].Entitled);
            Assert.Equal(ImportsInto[job.Type], sets[job.DataSetId].AssetType);
        });
        Assert.Contains(account.List().Jobs, j => sets[j.DataSetId].Entitled);
    }

    [Fact]
    public void Limits_are_met_by_the_jobs_that_they_limit()
    {
        var (jobs, now) = Account(1).List();
        var met = jobs.SelectMany(j => j.ErrorsAt(now).Where(e => e.LimitName is not null).Select(e => (e.LimitName, j.Type))).Distinct().ToLookup(m => m.LimitName, m => m.Type);

        Assert.Equal(["IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES"], met["Amazon Redshift datashare assets per revision"]);
        Assert.Equal(["IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY"], met["AWS Lake Formation data permission assets per revision"]);
        Assert.Equal(["CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET"], met["Amazon S3 data access assets per revision"]);
        Assert.All(jobs.Where(j => j.ErrorsAt(now).Any(e => e.Code.StartsWith("MALWARE_", StringComparison.Ordinal))), j => Assert.StartsWith("IMPORT_ASSET", j.Type, StringComparison.Ordinal));
    }

    private static SimulatedAccount Account(int seed) => new(new SimulatorOptions { Seed = seed, Alive = false }, new FakeTimeProvider(Start));
}
