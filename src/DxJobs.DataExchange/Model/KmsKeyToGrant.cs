namespace Amazon.DataExchange.Model;

/// <summary>An AWS KMS key that subscribers can use.</summary>
public class KmsKeyToGrant
{
    /// <summary>ARN of the AWS KMS key.</summary>
    public string? KmsKeyArn { get; set; }
}
