namespace Amazon.DataExchange.Model;

/// <summary>Server-side encryption of exported objects.</summary>
public class ExportServerSideEncryption
{
    /// <summary>ARN of the AWS KMS key.</summary>
    public string? KmsKeyArn { get; set; }

    /// <summary>Type of encryption.</summary>
    public ServerSideEncryptionTypes? Type { get; set; }
}
