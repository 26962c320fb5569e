using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tests.Aws;

namespace DxJobs.Exporter.Tests.Targets;

[Collection(AwsEnvironment.Alone)]
public sealed class RegionChainTests
{
    [Fact]
    public void The_environment_goes_before_the_profile()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[default]\nregion = ap-south-1\n[profile p]\nregion = sa-east-1\n");
        environment["AWS_DEFAULT_REGION"] = "eu-west-3";
        Assert.Equal("eu-west-3", RegionChain.Find("p").Region);

        environment["AWS_REGION"] = "eu-west-2";
        Assert.Equal("eu-west-2", RegionChain.Find("p").Region);
    }

    [Fact]
    public void The_targets_profile_goes_before_the_one_that_the_environment_names_and_that_before_the_default()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[default]\nregion = ap-south-1\n[profile p]\nregion = sa-east-1\n[profile q]\nregion = ca-central-1\n");
        Assert.Equal("ap-south-1", RegionChain.Find(null).Region);

        environment["AWS_PROFILE"] = "q";
        Assert.Equal("ca-central-1", RegionChain.Find(null).Region);
        Assert.Equal("sa-east-1", RegionChain.Find("p").Region);
    }

    [Fact]
    public void Nothing_anywhere_is_nothing()
    {
        using var environment = new AwsEnvironment();

        Assert.Equal(new RegionLookup(null), RegionChain.Find(null));
        Assert.Equal(new RegionLookup(null), RegionChain.Find("nowhere"));
    }

    [Fact]
    public void An_empty_region_is_none()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[profile p]\nregion =\n");
        environment["AWS_REGION"] = " ";

        Assert.Equal(new RegionLookup(null), RegionChain.Find("p"));
    }

    [Fact]
    public void A_comment_behind_a_section_does_not_hide_its_region()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[default] # main account\nregion = eu-west-1\n");

        Assert.Equal("eu-west-1", RegionChain.Find(null).Region);
    }

    [Fact]
    public void A_metadata_service_out_of_reach_is_told_from_one_that_is_disabled()
    {
        using var environment = new AwsEnvironment();
        environment["AWS_EC2_METADATA_DISABLED"] = null;
        environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "http://127.0.0.1:9";

        var found = RegionChain.Find(null);

        Assert.Null(found.Region);
        Assert.Contains("cannot be reached", found.Unreachable, StringComparison.Ordinal);
    }
}
