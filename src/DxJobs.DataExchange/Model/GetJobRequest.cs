namespace Amazon.DataExchange.Model;

/// <summary>Asks for one job.</summary>
public class GetJobRequest : AmazonDataExchangeRequest
{
    /// <summary>The job's id. Required.</summary>
    public string? JobId { get; set; }
}
