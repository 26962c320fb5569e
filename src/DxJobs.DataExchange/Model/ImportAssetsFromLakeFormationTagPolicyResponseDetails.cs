namespace Amazon.DataExchange.Model;

/// <summary>Of a job that imports by a Lake Formation tag policy.</summary>
public class ImportAssetsFromLakeFormationTagPolicyResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
