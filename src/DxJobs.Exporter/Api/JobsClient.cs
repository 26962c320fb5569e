using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tracing;

namespace DxJobs.Exporter.Api;

/// <summary>The calls of one target. Each goes through the pacer, is retried where that can help, and leaves one span, however many attempts it took.</summary>
internal sealed class JobsClient(Target target, IAmazonDataExchange client, ApiCaller caller)
{
    /// <summary>One page of the list.</summary>
    /// <param name="calls">The poll that it belongs to.</param>
    /// <param name="index">The page's number in the poll, from 0.</param>
    /// <param name="pageSize">Jobs asked for, 1 to 200.</param>
    /// <param name="token">The page before's NextToken; null for the first page.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    public async Task<JobPage> ListJobsAsync(PollRequestStats calls, int index, int pageSize, string? token, CancellationToken cancellation)
    {
        var request = new ListJobsRequest { DataSetId = target.DataSetId, RevisionId = target.RevisionId, MaxResults = pageSize, NextToken = token };
        using var span = PageSpan.Start(target, caller.AccountId, caller.ServerAddress, index);
        var page = await caller.CallAsync(
            "ListJobs",
            calls,
            span.Call,
            async attempt =>
            {
                var response = await client.ListJobsAsync(request, attempt);
                var next = string.IsNullOrEmpty(response.NextToken) ? null : response.NextToken;
                var jobs = (response.Jobs ?? throw new MalformedResponseException("the answer holds no list of jobs")).Select(job => JobMapper.ToJob(job, calls)).OfType<Job>().ToList();
                span.Answered(response.HttpStatusCode, response.ResponseMetadata?.RequestId, response.Jobs.Count, next is null);
                if (caller.AccountId is null && jobs.Count > 0 && AwsArn.AccountOf(jobs[0].Arn) is { } accountId)
                {
                    caller.AccountId = accountId;
                    span.Call.AccountIs(accountId);
                }

                return new JobPage(jobs, next);
            },
            cancellation);
        calls.Pages++;
        caller.Observer.PageRead(target, page.Jobs.Count);
        return page;
    }

    /// <summary>One job by its id; null when AWS says that there is none.</summary>
    /// <param name="calls">The poll that it belongs to.</param>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    public async Task<Job?> GetJobAsync(PollRequestStats calls, string id, CancellationToken cancellation)
    {
        using var span = CallSpan.GetJob(target, caller.AccountId, caller.ServerAddress);
        try
        {
            return await caller.CallAsync(
                "GetJob",
                calls,
                span,
                async attempt =>
                {
                    var response = await client.GetJobAsync(new GetJobRequest { JobId = id }, attempt);
                    span.Answered(response.HttpStatusCode, response.ResponseMetadata?.RequestId);
                    var job = JobMapper.ToJob(response, calls);
                    return job is null || job.Id == id ? job : throw new MalformedResponseException("GetJob answered with another job than the one that was asked for");
                },
                cancellation);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What people call a data set; null when AWS knows no name. Tried once: a name is not worth the poll's time.</summary>
    /// <param name="calls">The poll that it belongs to.</param>
    /// <param name="id">The data set's id.</param>
    /// <param name="cancellation">The end of the time for it.</param>
    public async Task<DataSetDescription?> DescribeDataSetAsync(PollRequestStats calls, string id, CancellationToken cancellation)
    {
        using var span = CallSpan.GetDataSet(target, caller.AccountId, caller.ServerAddress);
        return await caller.CallAsync(
            "GetDataSet",
            calls,
            span,
            async attempt =>
            {
                var response = await client.GetDataSetAsync(new GetDataSetRequest { DataSetId = id }, attempt);
                span.Answered(response.HttpStatusCode, response.ResponseMetadata?.RequestId);
                return string.IsNullOrWhiteSpace(response.Name) ? null : new DataSetDescription(response.Name, response.Origin?.Value ?? "");
            },
            cancellation,
            retry: false);
    }
}
