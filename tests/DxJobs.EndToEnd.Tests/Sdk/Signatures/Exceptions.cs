namespace Amazon.DataExchange.Model;

public class AccessDeniedException : AmazonDataExchangeException
{
    public AccessDeniedException(string message)
        : base(message)
    {
    }
}

public class InternalServerException : AmazonDataExchangeException
{
    public InternalServerException(string message)
        : base(message)
    {
    }
}

public class ResourceNotFoundException : AmazonDataExchangeException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public string ResourceId { get; set; }
    public ResourceType ResourceType { get; set; }
}

public class ThrottlingException : AmazonDataExchangeException
{
    public ThrottlingException(string message)
        : base(message)
    {
    }
}

public class ValidationException : AmazonDataExchangeException
{
    public ValidationException(string message)
        : base(message)
    {
    }

    public ExceptionCause ExceptionCause { get; set; }
}
