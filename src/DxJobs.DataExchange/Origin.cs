using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>
/// Whether a data set is the account's own or one that it is entitled to. AWS may add values: an unknown one is kept as it
/// came.
/// </summary>
public class Origin : ConstantClass
{
    /// <summary><c>OWNED</c>.</summary>
    public static readonly Origin OWNED = new("OWNED");

    /// <summary><c>ENTITLED</c>.</summary>
    public static readonly Origin ENTITLED = new("ENTITLED");

    /// <summary>A value, known or not.</summary>
    public Origin(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static Origin FindValue(string value) => FindValue<Origin>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator Origin(string value) => FindValue(value);
}
