using System.Reflection;
using System.Runtime.Loader;
using Amazon.DataExchange;

namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary>
/// The client in this repository is a part of AWS's package: each public type and member of it is there under the same name and with the same
/// type. So whatever compiles on it compiles on AWS's package too.
/// </summary>
[Collection(nameof(SdkFeedGroup))]
public sealed class SliceShapeTests(SdkFeed feed)
{
    [Fact]
    public void Everything_in_the_slice_is_in_AWSs_package()
    {
        var slice = PublicShape.Of(typeof(IAmazonDataExchange).Assembly);
        Assert.True(slice.Count > 150, $"only {slice.Count} types and members were found");
        Assert.Empty(slice.Except(PublicShape.Of(Load(feed.AssemblyPath))));
    }

    [Fact]
    public void Everything_in_the_kept_signatures_is_in_AWSs_package_and_the_slice_is_in_them()
    {
        var kept = PublicShape.Of(Load(feed.KeptAssemblyPath));
        Assert.Empty(kept.Except(PublicShape.Of(Load(feed.AssemblyPath))));
        Assert.Empty(PublicShape.Of(typeof(IAmazonDataExchange).Assembly).Except(kept));
    }

    /// <summary>Beside the slice, which has types of the same names; its AWSSDK.Core is the one that is loaded already.</summary>
    private static Assembly Load(string path) => new AssemblyLoadContext(path).LoadFromAssemblyPath(path);
}
