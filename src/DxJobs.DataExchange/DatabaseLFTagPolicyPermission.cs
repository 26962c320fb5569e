using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>AWS Lake Formation permission on a database. Values added by AWS later are kept unchanged.</summary>
public class DatabaseLFTagPolicyPermission : ConstantClass
{
    /// <summary><c>DESCRIBE</c>.</summary>
    public static readonly DatabaseLFTagPolicyPermission DESCRIBE = new("DESCRIBE");

    /// <summary>A known or unknown value.</summary>
    public DatabaseLFTagPolicyPermission(string value)
        : base(value)
    {
    }

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static DatabaseLFTagPolicyPermission FindValue(string value) => FindValue<DatabaseLFTagPolicyPermission>(value);

    /// <summary>The known value with this spelling, or a new one.</summary>
    public static implicit operator DatabaseLFTagPolicyPermission(string value) => FindValue(value);
}
