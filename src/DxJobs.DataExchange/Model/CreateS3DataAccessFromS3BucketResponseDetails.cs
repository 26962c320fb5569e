namespace Amazon.DataExchange.Model;

/// <summary>Of a job that gives access to an Amazon S3 bucket.</summary>
public class CreateS3DataAccessFromS3BucketResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
