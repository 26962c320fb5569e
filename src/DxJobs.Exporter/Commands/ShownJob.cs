using DxJobs.Core.Jobs;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Commands;

/// <summary>A job in the output of <c>jobs</c>.</summary>
/// <param name="Target">Its target.</param>
/// <param name="AccountId">The account.</param>
/// <param name="DataSetName">Name of its data set, if known.</param>
/// <param name="Job">The job.</param>
internal sealed record ShownJob(Target Target, string AccountId, string? DataSetName, Job Job)
{
    /// <summary>The AWS CLI command that shows the job.</summary>
    public string Command => $"aws dataexchange get-job --region {Target.Region} --job-id {Job.Id}"
        + (Target.Profile is { } profile ? $" --profile {profile}" : "")
        + (Target.EndpointUrl is { } endpoint ? $" --endpoint-url {endpoint.GetLeftPart(UriPartial.Path)}" : "");
}
