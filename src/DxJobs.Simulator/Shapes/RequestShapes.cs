using System.Text.RegularExpressions;
using static DxJobs.Simulator.Shapes.Member;

namespace DxJobs.Simulator.Shapes;

/// <summary>Shapes of the CreateJob request, named as in AWS's service model.</summary>
internal static partial class RequestShapes
{
    public static readonly StringShape Id = new(IdPattern());

    private static readonly StringShape Text = new();
    private static readonly StringShape Md5Hash = new(Md5Pattern(), 24, 24);
    private static readonly Member DataSetId = Required("DataSetId", Id);
    private static readonly Member RevisionId = Required("RevisionId", Id);

    private static readonly ListShape ListOfAssetSourceEntry = new(
        new StructureShape(Required("Bucket", Text), Required("Key", Text)));

    private static readonly StructureShape ExportServerSideEncryption = new(
        Optional("KmsKeyArn", Text), Required("Type", StringShape.OneOf("aws:kms", "AES256")));

    private static readonly ListShape ListOfLFTags = new(
        new StructureShape(Required("TagKey", Text), Required("TagValues", new ListShape(Text))));

    private static readonly StructureShape S3DataAccessAssetSourceEntry = new(
        Required("Bucket", Text),
        Optional("KeyPrefixes", new ListShape(Text)),
        Optional("Keys", new ListShape(Text)),
        Optional("KmsKeysToGrant", new ListShape(
            new StructureShape(Required("KmsKeyArn", new StringShape(Min: 1, Max: 2048))), 1, 10)));

    /// <summary>The member of RequestDetails required by each job type.</summary>
    public static readonly IReadOnlyDictionary<string, Member> Details = new Dictionary<string, Member>
    {
        ["IMPORT_ASSETS_FROM_S3"] = Required(
            "ImportAssetsFromS3", new StructureShape(Required("AssetSources", ListOfAssetSourceEntry), DataSetId, RevisionId)),
        ["IMPORT_ASSET_FROM_SIGNED_URL"] = Required(
            "ImportAssetFromSignedUrl",
            new StructureShape(Required("AssetName", Text), DataSetId, Required("Md5Hash", Md5Hash), RevisionId)),
        ["EXPORT_ASSETS_TO_S3"] = Required("ExportAssetsToS3", new StructureShape(
            Required("AssetDestinations", new ListShape(
                new StructureShape(Required("AssetId", Id), Required("Bucket", Text), Optional("Key", Text)))),
            DataSetId,
            Optional("Encryption", ExportServerSideEncryption),
            RevisionId)),
        ["EXPORT_ASSET_TO_SIGNED_URL"] = Required(
            "ExportAssetToSignedUrl", new StructureShape(Required("AssetId", Id), DataSetId, RevisionId)),
        ["EXPORT_REVISIONS_TO_S3"] = Required("ExportRevisionsToS3", new StructureShape(
            DataSetId,
            Optional("Encryption", ExportServerSideEncryption),
            Required("RevisionDestinations", new ListShape(
                new StructureShape(Required("Bucket", Text), Optional("KeyPattern", Text), RevisionId))))),
        ["IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES"] = Required("ImportAssetsFromRedshiftDataShares", new StructureShape(
            Required("AssetSources", new ListShape(new StructureShape(Required("DataShareArn", Text)))), DataSetId, RevisionId)),
        ["IMPORT_ASSET_FROM_API_GATEWAY_API"] = Required("ImportAssetFromApiGatewayApi", new StructureShape(
            Optional("ApiDescription", Text),
            Required("ApiId", Text),
            Optional("ApiKey", Text),
            Required("ApiName", Text),
            Required("ApiSpecificationMd5Hash", Md5Hash),
            DataSetId,
            Required("ProtocolType", StringShape.OneOf("REST")),
            RevisionId,
            Required("Stage", Text))),
        ["CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET"] = Required("CreateS3DataAccessFromS3Bucket", new StructureShape(
            Required("AssetSource", S3DataAccessAssetSourceEntry), DataSetId, RevisionId)),
        ["IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY"] = Required("ImportAssetsFromLakeFormationTagPolicy", new StructureShape(
            Required("CatalogId", new StringShape(AccountPattern(), 12, 12)),
            Optional("Database", LFTagPolicyAndPermissions("DESCRIBE")),
            Optional("Table", LFTagPolicyAndPermissions("DESCRIBE", "SELECT")),
            Required("RoleArn", new StringShape(RolePattern())),
            DataSetId,
            RevisionId)),
    };

    /// <summary>Configuration of the assets that a job creates.</summary>
    public static readonly StructureShape AssetConfiguration = new(
        Optional("Tags", new ListShape(new StructureShape(Required("Key", Text), Required("Value", Text)), 0, 50)));

    public static readonly StringShape Type = StringShape.OneOf([.. Details.Keys]);

    private static StructureShape LFTagPolicyAndPermissions(params string[] permissions) =>
        new(Required("Expression", ListOfLFTags), Required("Permissions", new ListShape(StringShape.OneOf(permissions))));

    [GeneratedRegex(@"^[a-zA-Z0-9]{30,40}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\z")]
    private static partial Regex Md5Pattern();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^arn:aws:iam::([0-9]{12}):role\/.+\z")]
    private static partial Regex RolePattern();
}
