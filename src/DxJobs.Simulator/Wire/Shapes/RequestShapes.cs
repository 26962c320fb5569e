using System.Text.RegularExpressions;
using static DxJobs.Simulator.Wire.Shapes.Member;

namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>The shapes of CreateJob's request, named as in AWS's service model.</summary>
internal static partial class RequestShapes
{
    public static readonly TextShape Id = new(IdPattern());

    private static readonly TextShape Text = new();
    private static readonly TextShape Md5Hash = new(Md5Pattern(), 24, 24);
    private static readonly Member DataSetId = Needed("DataSetId", Id);
    private static readonly Member RevisionId = Needed("RevisionId", Id);

    private static readonly ListShape ListOfAssetSourceEntry = new(new StructureShape(Needed("Bucket", Text), Needed("Key", Text)));

    private static readonly StructureShape ExportServerSideEncryption = new(Optional("KmsKeyArn", Text), Needed("Type", TextShape.OneOf("aws:kms", "AES256")));

    private static readonly ListShape ListOfLFTags = new(new StructureShape(Needed("TagKey", Text), Needed("TagValues", new ListShape(Text))));

    private static readonly StructureShape S3DataAccessAssetSourceEntry = new(
        Needed("Bucket", Text),
        Optional("KeyPrefixes", new ListShape(Text)),
        Optional("Keys", new ListShape(Text)),
        Optional("KmsKeysToGrant", new ListShape(new StructureShape(Needed("KmsKeyArn", new TextShape(Min: 1, Max: 2048))), 1, 10)));

    /// <summary>By type of job: the member of RequestDetails that it needs, and its shape.</summary>
    public static readonly IReadOnlyDictionary<string, Member> Details = new Dictionary<string, Member>
    {
        ["IMPORT_ASSETS_FROM_S3"] = Needed("ImportAssetsFromS3", new StructureShape(Needed("AssetSources", ListOfAssetSourceEntry), DataSetId, RevisionId)),
        ["IMPORT_ASSET_FROM_SIGNED_URL"] = Needed(
            "ImportAssetFromSignedUrl", new StructureShape(Needed("AssetName", Text), DataSetId, Needed("Md5Hash", Md5Hash), RevisionId)),
        ["EXPORT_ASSETS_TO_S3"] = Needed("ExportAssetsToS3", new StructureShape(
            Needed("AssetDestinations", new ListShape(new StructureShape(Needed("AssetId", Id), Needed("Bucket", Text), Optional("Key", Text)))),
            DataSetId,
            Optional("Encryption", ExportServerSideEncryption),
            RevisionId)),
        ["EXPORT_ASSET_TO_SIGNED_URL"] = Needed("ExportAssetToSignedUrl", new StructureShape(Needed("AssetId", Id), DataSetId, RevisionId)),
        ["EXPORT_REVISIONS_TO_S3"] = Needed("ExportRevisionsToS3", new StructureShape(
            DataSetId,
            Optional("Encryption", ExportServerSideEncryption),
            Needed("RevisionDestinations", new ListShape(new StructureShape(Needed("Bucket", Text), Optional("KeyPattern", Text), RevisionId))))),
        ["IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES"] = Needed("ImportAssetsFromRedshiftDataShares", new StructureShape(
            Needed("AssetSources", new ListShape(new StructureShape(Needed("DataShareArn", Text)))), DataSetId, RevisionId)),
        ["IMPORT_ASSET_FROM_API_GATEWAY_API"] = Needed("ImportAssetFromApiGatewayApi", new StructureShape(
            Optional("ApiDescription", Text),
            Needed("ApiId", Text),
            Optional("ApiKey", Text),
            Needed("ApiName", Text),
            Needed("ApiSpecificationMd5Hash", Md5Hash),
            DataSetId,
            Needed("ProtocolType", TextShape.OneOf("REST")),
            RevisionId,
            Needed("Stage", Text))),
        ["CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET"] = Needed("CreateS3DataAccessFromS3Bucket", new StructureShape(
            Needed("AssetSource", S3DataAccessAssetSourceEntry), DataSetId, RevisionId)),
        ["IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY"] = Needed("ImportAssetsFromLakeFormationTagPolicy", new StructureShape(
            Needed("CatalogId", new TextShape(AccountPattern(), 12, 12)),
            Optional("Database", LFTagPolicyAndPermissions("DESCRIBE")),
            Optional("Table", LFTagPolicyAndPermissions("DESCRIBE", "SELECT")),
            Needed("RoleArn", new TextShape(RolePattern())),
            DataSetId,
            RevisionId)),
    };

    /// <summary>What the assets that a job makes are to be like.</summary>
    public static readonly StructureShape AssetConfiguration = new(
        Optional("Tags", new ListShape(new StructureShape(Needed("Key", Text), Needed("Value", Text)), 0, 50)));

    public static readonly TextShape Type = TextShape.OneOf([.. Details.Keys]);

    private static StructureShape LFTagPolicyAndPermissions(params string[] permissions) =>
        new(Needed("Expression", ListOfLFTags), Needed("Permissions", new ListShape(TextShape.OneOf(permissions))));

    [GeneratedRegex(@"^[a-zA-Z0-9]{30,40}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\z")]
    private static partial Regex Md5Pattern();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^arn:aws:iam::([0-9]{12}):role\/.+\z")]
    private static partial Regex RolePattern();
}
