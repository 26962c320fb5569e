using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tests.Targets;

public sealed class TargetListTests
{
    [Fact]
    public void Without_targets_there_is_one_named_default_in_the_region_of_the_chain()
    {
        var target = Assert.Single(TargetList.Of(new ExporterOptions(), _ => new RegionLookup("eu-central-1")));

        Assert.Equal(new Target { Name = "default", Region = "eu-central-1" }, target);
    }

    [Fact]
    public void Several_regions_make_several_targets_with_all_else_the_same()
    {
        var options = new ExporterOptions
        {
            Targets =
            [
                new TargetOptions
                {
                    Name = "prod",
                    Regions = ["us-east-1", "eu-west-1"],
                    RoleArn = "arn:aws:iam::123456789012:role/r",
                    ExternalId = "x",
                    Profile = "base",
                    DataSetId = "d",
                    RevisionId = "v",
                    EndpointUrl = new Uri("https://vpce-1.dataexchange.us-east-1.vpce.amazonaws.com"),
                },
                new TargetOptions { Name = "dev", Regions = ["us-west-2"] },
            ],
        };

        var targets = TargetList.Of(options, NoRegion);

        var first = new Target
        {
            Name = "prod",
            Region = "us-east-1",
            RoleArn = "arn:aws:iam::123456789012:role/r",
            ExternalId = "x",
            Profile = "base",
            DataSetId = "d",
            RevisionId = "v",
            EndpointUrl = new Uri("https://vpce-1.dataexchange.us-east-1.vpce.amazonaws.com"),
        };
        Assert.Equal([first, first with { Region = "eu-west-1" }, new Target { Name = "dev", Region = "us-west-2" }], targets);
    }

    [Fact]
    public void A_target_without_region_asks_the_chain_with_its_own_profile()
    {
        var options = new ExporterOptions { Targets = [new TargetOptions { Name = "a", Profile = "p" }, new TargetOptions { Name = "b" }] };

        var targets = TargetList.Of(options, profile => new RegionLookup(profile is null ? "us-east-1" : "region-of-" + profile));

        Assert.Equal(["region-of-p", "us-east-1"], targets.Select(target => target.Region));
    }

    [Fact]
    public void A_target_without_any_region_is_an_error_that_names_it_and_says_what_to_set()
    {
        var options = new ExporterOptions { Targets = [new TargetOptions { Name = "prod" }] };

        var error = Assert.Throws<TargetException>(() => TargetList.Of(options, NoRegion));

        Assert.Contains("'prod'", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_REGION", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_shards_together_have_each_target_once()
    {
        var options = new ExporterOptions
        {
            Targets = [.. Enumerable.Range(0, 50).Select(i => new TargetOptions { Name = $"t{i}", Regions = ["us-east-1", "eu-west-1"] })],
        };
        var all = TargetList.Of(options, NoRegion);

        var shards = Enumerable.Range(0, 3).Select(i => TargetList.Of(options with { Shard = new ShardOptions { Index = i, Count = 3 } }, NoRegion)).ToList();

        Assert.Equal(100, all.Count);
        Assert.All(shards, shard => Assert.NotEmpty(shard));
        Assert.Equal(all.OrderBy(target => target.ToString()), shards.SelectMany(shard => shard).OrderBy(target => target.ToString()));
    }

    [Fact]
    public void A_region_that_cannot_be_looked_up_yet_leaves_the_target_in_place()
    {
        var options = new ExporterOptions { Targets = [new TargetOptions { Name = "a" }, new TargetOptions { Name = "b", Regions = ["us-east-1"] }] };

        var targets = TargetList.Of(options, _ => new RegionLookup(null, "no response"));

        Assert.Equal([("a", "unknown", "no response"), ("b", "us-east-1", null)], targets.Select(t => (t.Name, t.Region, t.RegionProblem)));
    }

    private static RegionLookup NoRegion(string? profile) => new(null);
}
