using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Model;

/// <summary>AWS does not accept the request as it is. HTTP 400.</summary>
public class ValidationException : AmazonDataExchangeException
{
    /// <summary>With a message alone.</summary>
    public ValidationException(string message)
        : base(message)
    {
    }

    internal ValidationException(ErrorResponse error)
        : base(error)
    {
    }

    /// <summary>The cause, where it lies in an Amazon S3 bucket.</summary>
    public ExceptionCause? ExceptionCause { get; set; }
}
