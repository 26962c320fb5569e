using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>Protocol of an API. Values added by AWS later are kept unchanged.</summary>
public class ProtocolType : ConstantClass
{
    /// <summary><c>REST</c>.</summary>
    public static readonly ProtocolType REST = new("REST");

    /// <summary>A known or unknown value.</summary>
    public ProtocolType(string value)
        : base(value)
    {
    }

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static ProtocolType FindValue(string value) => FindValue<ProtocolType>(value);

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static implicit operator ProtocolType(string value) => FindValue(value);
}
