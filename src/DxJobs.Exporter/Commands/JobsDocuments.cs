using System.Text.Json;
using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Commands;

/// <summary>The jobs as JSON.</summary>
internal static class JobsDocuments
{
    /// <summary>Renders the document, with a line end.</summary>
    public static string Render(IReadOnlyList<ShownJob> jobs) =>
        JsonSerializer.Serialize(new JobsDocument([.. jobs.Select(Document)]), JobsJson.Default.JobsDocument) + "\n";

    private static JobDocument Document(ShownJob shown)
    {
        var job = shown.Job;
        return new JobDocument(
            shown.Target.Name,
            shown.AccountId,
            shown.Target.Region,
            job.Id,
            job.State,
            job.Type,
            job.DataSetId,
            shown.DataSetName,
            job.Details?.Revision,
            job.Details?.Asset,
            job.Details?.Source,
            job.Details?.Destination,
            job.Details?.KmsKeyArn,
            job.Details?.EventActionArn,
            job.CreatedAt,
            job.UpdatedAt,
            [.. job.Errors.Select(Document)],
            shown.Command);
    }

    private static JobErrorDocument Document(JobError error) => new(
        error.Code, DetailText.One(error.Message), error.LimitName, error.LimitValue, error.ResourceId, error.ResourceType);
}
