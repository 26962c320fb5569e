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
        Assert.Equal("eu-west-3", RegionChain.Find("p"));

        environment["AWS_REGION"] = "eu-west-2";
        Assert.Equal("eu-west-2", RegionChain.Find("p"));
    }

    [Fact]
    public void The_targets_profile_goes_before_the_one_that_the_environment_names_and_that_before_the_default()
    {
        using var environment = new AwsEnvironment();
        AwsFiles.WriteConfig("[default]\nregion = ap-south-1\n[profile p]\nregion = sa-east-1\n[profile q]\nregion = ca-central-1\n");
        Assert.Equal("ap-south-1", RegionChain.Find(null));

        environment["AWS_PROFILE"] = "q";
        Assert.Equal("ca-central-1", RegionChain.Find(null));
        Assert.Equal("sa-east-1", RegionChain.Find("p"));
    }

    [Fact]
    public void Nothing_anywhere_is_nothing()
    {
        using var environment = new AwsEnvironment();

        Assert.Null(RegionChain.Find(null));
        Assert.Null(RegionChain.Find("nowhere"));
    }
}
