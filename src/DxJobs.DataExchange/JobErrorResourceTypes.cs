using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>What a job error is about. AWS may add values: an unknown one is kept as it came.</summary>
public class JobErrorResourceTypes : ConstantClass
{
    /// <summary><c>REVISION</c>.</summary>
    public static readonly JobErrorResourceTypes REVISION = new("REVISION");

    /// <summary><c>ASSET</c>.</summary>
    public static readonly JobErrorResourceTypes ASSET = new("ASSET");

    /// <summary><c>DATA_SET</c>.</summary>
    public static readonly JobErrorResourceTypes DATA_SET = new("DATA_SET");

    /// <summary>A value, known or not.</summary>
    public JobErrorResourceTypes(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static JobErrorResourceTypes FindValue(string value) => FindValue<JobErrorResourceTypes>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator JobErrorResourceTypes(string value) => FindValue(value);
}
