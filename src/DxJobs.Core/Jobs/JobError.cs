namespace DxJobs.Core.Jobs;

/// <summary>One error entry of a job. Source: the shape JobError of AWS's service model.</summary>
internal sealed record JobError
{
    /// <summary>The code as AWS spells it.</summary>
    public required string Code { get; init; }

    /// <summary>AWS's words.</summary>
    public string Message { get; init; } = "";

    /// <summary>The limit that was reached, where the entry names one.</summary>
    public string? LimitName { get; init; }

    /// <summary>The limit's value, where AWS says it.</summary>
    public double? LimitValue { get; init; }

    /// <summary>The resource that the entry is about, where AWS says it.</summary>
    public string? ResourceId { get; init; }

    /// <summary>REVISION, ASSET or DATA_SET, where AWS says it.</summary>
    public string? ResourceType { get; init; }
}
