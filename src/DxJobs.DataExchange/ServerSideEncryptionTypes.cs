using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>Type of server-side encryption. Values added by AWS later are kept unchanged.</summary>
public class ServerSideEncryptionTypes : ConstantClass
{
    /// <summary><c>aws:kms</c>.</summary>
    public static readonly ServerSideEncryptionTypes AwsKms = new("aws:kms");

    /// <summary><c>AES256</c>.</summary>
    public static readonly ServerSideEncryptionTypes AES256 = new("AES256");

    /// <summary>A known or unknown value.</summary>
    public ServerSideEncryptionTypes(string value)
        : base(value)
    {
    }

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static ServerSideEncryptionTypes FindValue(string value) => FindValue<ServerSideEncryptionTypes>(value);

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static implicit operator ServerSideEncryptionTypes(string value) => FindValue(value);
}
