using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>AWS Lake Formation permission on a table. Values added by AWS later are kept unchanged.</summary>
public class TableTagPolicyLFPermission : ConstantClass
{
    /// <summary><c>DESCRIBE</c>.</summary>
    public static readonly TableTagPolicyLFPermission DESCRIBE = new("DESCRIBE");

    /// <summary><c>SELECT</c>.</summary>
    public static readonly TableTagPolicyLFPermission SELECT = new("SELECT");

    /// <summary>A known or unknown value.</summary>
    public TableTagPolicyLFPermission(string value)
        : base(value)
    {
    }

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static TableTagPolicyLFPermission FindValue(string value) => FindValue<TableTagPolicyLFPermission>(value);

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static implicit operator TableTagPolicyLFPermission(string value) => FindValue(value);
}
