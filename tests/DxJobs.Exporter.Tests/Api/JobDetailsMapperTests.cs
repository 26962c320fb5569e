using Amazon.DataExchange.Model;
using DxJobs.Core.Jobs;
using DxJobs.Exporter.Api;
using AwsJobError = Amazon.DataExchange.Model.JobError;

namespace DxJobs.Exporter.Tests.Api;

public class JobDetailsMapperTests
{
    private static readonly List<(string Type, ResponseDetails Details, JobDetails Expected)> Types =
    [
        (
            "import from S3",
            new() { ImportAssetsFromS3 = new() { RevisionId = "r", AssetSources = [new() { Bucket = "b", Key = "k/1" }] } },
            new JobDetails { Revision = "r", Source = "s3://b/k/1" }
        ),
        (
            "import from signed URL",
            new() { ImportAssetFromSignedUrl = new() { RevisionId = "r", AssetName = "prices.csv" } },
            new JobDetails { Revision = "r", Asset = "prices.csv" }
        ),
        (
            "export assets",
            new()
            {
                ExportAssetsToS3 = new()
                {
                    RevisionId = "r",
                    AssetDestinations = [new() { AssetId = "a", Bucket = "b", Key = "k" }],
                    Encryption = new() { KmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1" },
                },
            },
            new JobDetails { Revision = "r", Asset = "a", Destination = "s3://b/k", KmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1" }
        ),
        (
            "export to signed URL",
            new() { ExportAssetToSignedUrl = new() { RevisionId = "r", AssetId = "a" } },
            new JobDetails { Revision = "r", Asset = "a" }
        ),
        (
            "export revisions",
            new()
            {
                ExportRevisionsToS3 = new()
                {
                    RevisionDestinations = [new() { RevisionId = "r1", Bucket = "b", KeyPattern = "${Asset.Name}" }],
                    EventActionArn = "arn:aws:dataexchange:us-east-1:123456789012:event-actions/1",
                },
            },
            new()
            {
                Revision = "r1",
                Destination = "s3://b/${Asset.Name}",
                EventActionArn = "arn:aws:dataexchange:us-east-1:123456789012:event-actions/1",
            }
        ),
        (
            "Redshift",
            new() { ImportAssetsFromRedshiftDataShares = new() { RevisionId = "r", AssetSources = [new() { DataShareArn = "arn:share" }] } },
            new JobDetails { Revision = "r", Source = "arn:share" }
        ),
        (
            "API Gateway",
            new() { ImportAssetFromApiGatewayApi = new() { RevisionId = "r", ApiName = "quotes", ApiId = "x1", Stage = "prod" } },
            new JobDetails { Revision = "r", Source = "quotes, x1, stage prod" }
        ),
        (
            "S3 data access",
            new()
            {
                CreateS3DataAccessFromS3Bucket = new()
                {
                    RevisionId = "r",
                    AssetSource = new() { Bucket = "b", KeyPrefixes = ["p/"], KmsKeysToGrant = [new() { KmsKeyArn = "arn:kms" }] },
                },
            },
            new JobDetails { Revision = "r", Source = "s3://b/p/", KmsKeyArn = "arn:kms" }
        ),
        (
            "Lake Formation",
            new()
            {
                ImportAssetsFromLakeFormationTagPolicy = new()
                {
                    RevisionId = "r",
                    CatalogId = "123456789012",
                    RoleArn = "arn:role",
                    Database = new() { Expression = [new() { TagKey = "team", TagValues = ["a", "b"] }] },
                },
            },
            new JobDetails { Revision = "r", Source = "catalog 123456789012, arn:role, database tags team=a|b" }
        ),
    ];

    [Fact]
    public void Each_type_of_job_is_described() =>
        Assert.All(Types, type => Assert.Equal(type.Expected, JobDetailsMapper.ToDetails(type.Details, null)));

    [Fact]
    public void Every_documented_type_has_a_case() => Assert.Equal(DocumentedValues.Types.Count, Types.Count);

    [Fact]
    public void The_failing_objects_replace_the_sources()
    {
        var details = new ResponseDetails { ImportAssetsFromS3 = new() { AssetSources = [new() { Bucket = "b", Key = "good" }] } };
        List<AwsJobError> errors =
        [
            new() { Details = new() { ImportAssetsFromS3JobErrorDetails = [new() { Bucket = "b", Key = "missing" }] } },
        ];
        Assert.Equal("s3://b/missing", JobDetailsMapper.ToDetails(details, errors)!.Source);
    }

    [Fact]
    public void Of_many_sources_three_and_the_number_of_the_others_remain()
    {
        var details = new ResponseDetails
        {
            ImportAssetsFromS3 = new() { AssetSources = [.. Enumerable.Range(1, 100).Select(i => new AssetSourceEntry { Bucket = "b", Key = $"{i}" })] },
        };
        Assert.Equal("s3://b/1, s3://b/2, s3://b/3 and 97 more", JobDetailsMapper.ToDetails(details, null)!.Source);
    }

    [Fact]
    public void Hostile_and_long_values_stay_on_one_bounded_line()
    {
        var details = new ResponseDetails { ImportAssetFromSignedUrl = new() { AssetName = "a\n\u001b[2J" + new string('x', 5_000) } };
        var asset = JobDetailsMapper.ToDetails(details, null)!.Asset!;
        Assert.StartsWith("a??[2J", asset, StringComparison.Ordinal);
        Assert.Equal(1_100, asset.Length);
    }
}
