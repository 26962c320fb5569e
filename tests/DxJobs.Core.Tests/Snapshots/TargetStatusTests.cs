using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Testing.Model;

namespace DxJobs.Core.Tests.Snapshots;

public class TargetStatusTests
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(5);

    private static readonly TargetStatus Status = new()
    {
        Target = new() { Name = "t", Region = "us-east-1" },
        Snapshot = SnapshotBuilder.Build(new JobLedger(), new FinishedTotals(), [], TimeSpan.FromDays(7), Gens.Start, Gens.Start, ModelAccount.AccountId),
    };

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(86_400, false)]
    [InlineData(-10, true)] // set back a little, by NTP
    [InlineData(-86_400, false)] // set back a day: nobody knows how old it is, and it must not look fresh for a day
    public void Numbers_are_fresh_until_stale_after_and_never_for_long(int secondsLater, bool fresh) =>
        Assert.Equal(fresh, Status.FreshSnapshot(Gens.Start.AddSeconds(secondsLater), StaleAfter) is not null);

    [Fact]
    public void Before_the_first_good_poll_there_are_none() =>
        Assert.Null((Status with { Snapshot = null }).FreshSnapshot(Gens.Start, StaleAfter));
}
