using CsCheck;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tests.Targets;

public sealed class RendezvousShardTests
{
    private static readonly IReadOnlyList<Target> Thousand =
        [.. Enumerable.Range(0, 1000).Select(i => new Target { Name = $"account-{i / 4}", Region = $"region-{i % 4}" })];

    [Fact]
    public void Every_target_has_one_owner_whatever_the_number_of_replicas() =>
        Gen.Select(Gen.String[1, 30], Gen.String[1, 12], Gen.Int[1, 20]).Sample((name, region, count) =>
        {
            var owner = RendezvousShard.OwnerOf(new Target { Name = name, Region = region }, count);
            return owner >= 0 && owner < count;
        });

    [Fact]
    public void One_more_replica_only_takes_targets_and_moves_none_between_the_others() =>
        Gen.Select(Gen.String[1, 30], Gen.Int[1, 20]).Sample((name, count) =>
        {
            var target = new Target { Name = name, Region = "us-east-1" };
            var (before, after) = (RendezvousShard.OwnerOf(target, count), RendezvousShard.OwnerOf(target, count + 1));
            return after == before || after == count;
        });

    [Fact]
    public void Three_replicas_share_evenly()
    {
        var shares = Thousand.CountBy(target => RendezvousShard.OwnerOf(target, 3)).ToDictionary();

        Assert.Equal(3, shares.Count);
        Assert.All(shares.Values, share => Assert.InRange(share, 280, 390));
    }

    [Fact]
    public void From_three_to_four_about_a_quarter_moves()
    {
        var moved = Thousand.Count(target => RendezvousShard.OwnerOf(target, 3) != RendezvousShard.OwnerOf(target, 4));

        Assert.InRange(moved, 150, 350);
    }

    /// <summary>During an upgrade old and new replicas run side by side: another answer here would poll targets twice or not at all.</summary>
    [Theory]
    [InlineData("default", "us-east-1", 3, 1)]
    [InlineData("provider-prod", "us-east-1", 3, 2)]
    [InlineData("provider-prod", "eu-west-1", 3, 0)]
    [InlineData("provider-prod", "eu-west-1", 7, 5)]
    [InlineData("subscriber", "ap-northeast-1", 5, 2)]
    public void The_owner_is_the_same_in_every_version(string name, string region, int count, int owner) =>
        Assert.Equal(owner, RendezvousShard.OwnerOf(new Target { Name = name, Region = region }, count));
}
