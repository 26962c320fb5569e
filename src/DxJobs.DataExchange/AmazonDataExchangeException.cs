using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.DataExchange;

/// <summary>
/// An error that AWS Data Exchange, or something on the way to it, answered with. Those that AWS documents have types of their
/// own.
/// </summary>
public class AmazonDataExchangeException : AmazonServiceException
{
    /// <summary>With a message alone.</summary>
    public AmazonDataExchangeException(string message)
        : base(message)
    {
    }

    internal AmazonDataExchangeException(ErrorResponse error)
        : base(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
    {
    }
}
