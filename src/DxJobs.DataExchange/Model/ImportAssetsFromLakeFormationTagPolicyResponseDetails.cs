namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that imports assets by an AWS Lake Formation tag policy.</summary>
public class ImportAssetsFromLakeFormationTagPolicyResponseDetails
{
    /// <summary>AWS Glue Data Catalog ID.</summary>
    public string? CatalogId { get; set; }

    /// <summary>Tag policy for databases.</summary>
    public DatabaseLFTagPolicyAndPermissions? Database { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }

    /// <summary>ARN of the IAM role that grants and revokes the permissions.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Tag policy for tables.</summary>
    public TableLFTagPolicyAndPermissions? Table { get; set; }
}
