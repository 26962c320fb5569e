namespace DxJobs.Simulator.Jobs;

/// <summary>An error entry of a job: the shape JobError of AWS's service model.</summary>
/// <param name="Code">Error code; any text is accepted.</param>
/// <param name="Message">Error message.</param>
/// <param name="LimitName">Name of the exceeded limit.</param>
/// <param name="LimitValue">Value of the exceeded limit.</param>
/// <param name="ResourceId">Identifier of the affected resource.</param>
/// <param name="ResourceType">Type of the affected resource.</param>
/// <param name="SourceIndex">Index of the source in the details of the job that the error refers to.</param>
public sealed record SimulatedError(
    string Code,
    string Message,
    string? LimitName = null,
    double? LimitValue = null,
    string? ResourceId = null,
    string? ResourceType = null,
    int SourceIndex = 0);
