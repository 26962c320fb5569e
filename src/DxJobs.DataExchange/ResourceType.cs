using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>
/// What a <see cref="Model.ResourceNotFoundException"/> is about. AWS may add values: an unknown one is kept as it came.
/// </summary>
public class ResourceType : ConstantClass
{
    /// <summary><c>DATA_SET</c>.</summary>
    public static readonly ResourceType DATA_SET = new("DATA_SET");

    /// <summary><c>REVISION</c>.</summary>
    public static readonly ResourceType REVISION = new("REVISION");

    /// <summary><c>ASSET</c>.</summary>
    public static readonly ResourceType ASSET = new("ASSET");

    /// <summary><c>JOB</c>.</summary>
    public static readonly ResourceType JOB = new("JOB");

    /// <summary><c>EVENT_ACTION</c>.</summary>
    public static readonly ResourceType EVENT_ACTION = new("EVENT_ACTION");

    /// <summary><c>DATA_GRANT</c>.</summary>
    public static readonly ResourceType DATA_GRANT = new("DATA_GRANT");

    /// <summary>A value, known or not.</summary>
    public ResourceType(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator ResourceType(string value) => FindValue(value);
}
