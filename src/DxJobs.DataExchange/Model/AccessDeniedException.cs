using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Model;

/// <summary>The caller may not do this. HTTP 403.</summary>
public class AccessDeniedException : AmazonDataExchangeException
{
    /// <summary>With a message alone.</summary>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    internal AccessDeniedException(ErrorResponse error)
        : base(error)
    {
    }
}
