using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>Why a job failed. AWS may add values: an unknown one is kept as it came.</summary>
public class Code : ConstantClass
{
    /// <summary><c>ACCESS_DENIED_EXCEPTION</c>.</summary>
    public static readonly Code ACCESS_DENIED_EXCEPTION = new("ACCESS_DENIED_EXCEPTION");

    /// <summary><c>INTERNAL_SERVER_EXCEPTION</c>.</summary>
    public static readonly Code INTERNAL_SERVER_EXCEPTION = new("INTERNAL_SERVER_EXCEPTION");

    /// <summary><c>MALWARE_DETECTED</c>.</summary>
    public static readonly Code MALWARE_DETECTED = new("MALWARE_DETECTED");

    /// <summary><c>RESOURCE_NOT_FOUND_EXCEPTION</c>.</summary>
    public static readonly Code RESOURCE_NOT_FOUND_EXCEPTION = new("RESOURCE_NOT_FOUND_EXCEPTION");

    /// <summary><c>SERVICE_QUOTA_EXCEEDED_EXCEPTION</c>.</summary>
    public static readonly Code SERVICE_QUOTA_EXCEEDED_EXCEPTION = new("SERVICE_QUOTA_EXCEEDED_EXCEPTION");

    /// <summary><c>VALIDATION_EXCEPTION</c>.</summary>
    public static readonly Code VALIDATION_EXCEPTION = new("VALIDATION_EXCEPTION");

    /// <summary><c>MALWARE_SCAN_ENCRYPTED_FILE</c>.</summary>
    public static readonly Code MALWARE_SCAN_ENCRYPTED_FILE = new("MALWARE_SCAN_ENCRYPTED_FILE");

    /// <summary>A value, known or not.</summary>
    public Code(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static Code FindValue(string value) => FindValue<Code>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator Code(string value) => FindValue(value);
}
