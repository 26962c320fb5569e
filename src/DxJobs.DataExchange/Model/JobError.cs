namespace Amazon.DataExchange.Model;

/// <summary>One thing that went wrong with a job.</summary>
public class JobError
{
    /// <summary>The kind of error.</summary>
    public Code? Code { get; set; }

    /// <summary>The asset or the Amazon S3 objects that the error refers to.</summary>
    public Details? Details { get; set; }

    /// <summary>The quota that was reached, where that was it.</summary>
    public JobErrorLimitName? LimitName { get; set; }

    /// <summary>The quota's value, in its own unit (a count, or GB), where AWS says it.</summary>
    public double? LimitValue { get; set; }

    /// <summary>AWS's words. May hold names that others chose: never HTML.</summary>
    public string? Message { get; set; }

    /// <summary>What the error is about, where AWS says it.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The kind of thing that the error is about, where AWS says it.</summary>
    public JobErrorResourceTypes? ResourceType { get; set; }
}
