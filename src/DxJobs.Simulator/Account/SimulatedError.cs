namespace DxJobs.Simulator.Account;

/// <summary>One error entry of a job. Source: the shape JobError of AWS's service model.</summary>
/// <param name="Code">The code as AWS spells it, or anything.</param>
/// <param name="Message">The words.</param>
/// <param name="LimitName">The limit, where one was reached.</param>
/// <param name="LimitValue">Its value.</param>
/// <param name="ResourceId">What it is about.</param>
/// <param name="ResourceType">What kind of thing that is.</param>
public sealed record SimulatedError(
    string Code, string Message, string? LimitName = null, double? LimitValue = null, string? ResourceId = null, string? ResourceType = null);
