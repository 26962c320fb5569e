namespace Amazon.DataExchange.Model;

/// <summary>Asks for one data set.</summary>
public class GetDataSetRequest : AmazonDataExchangeRequest
{
    /// <summary>The data set's id. Required.</summary>
    public string? DataSetId { get; set; }
}
