using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>
/// What a <see cref="Model.ValidationException"/> comes from. AWS may add values: an unknown one is kept as it came.
/// </summary>
public class ExceptionCause : ConstantClass
{
    /// <summary><c>InsufficientS3BucketPolicy</c>.</summary>
    public static readonly ExceptionCause InsufficientS3BucketPolicy = new("InsufficientS3BucketPolicy");

    /// <summary><c>S3AccessDenied</c>.</summary>
    public static readonly ExceptionCause S3AccessDenied = new("S3AccessDenied");

    /// <summary>A value, known or not.</summary>
    public ExceptionCause(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static ExceptionCause FindValue(string value) => FindValue<ExceptionCause>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator ExceptionCause(string value) => FindValue(value);
}
