using System.Net;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;

namespace DxJobs.Testing.Model;

/// <summary>The client of a model account. What happens at AWS between two calls, and what goes wrong with them, the test decides.</summary>
internal sealed class ModelClient(ModelAccount account) : IAmazonDataExchange
{
    private int _pages;

    /// <summary>Happens before each call; may throw what the call is to end with.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Tokens that say how many jobs to skip: then pages shift while jobs arrive.</summary>
    public bool ShiftingPages { get; set; }

    /// <summary>The most jobs of the pages to come, one after another and over again, whatever is asked for; even none. Empty: as asked for.</summary>
    public IReadOnlyList<int> SmallerPages { get; set; } = [];

    /// <summary>Happens when an answer goes out.</summary>
    public Action Answered { get; set; } = () => { };

    /// <summary>Which job GetJob speaks of when it is asked for one.</summary>
    public Func<string, string> Misheard { get; set; } = id => id;

    /// <summary>The calls so far: <c>ListJobs</c> or <c>GetJob id</c>.</summary>
    public List<string> Calls { get; } = [];

    public IClientConfig Config { get; } = new AmazonDataExchangeConfig { RegionEndpoint = Amazon.RegionEndpoint.USEast1 };

    public async Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add("ListJobs");
        await Before("ListJobs", cancellationToken);
        var list = account.List;
        var skip = request.NextToken is null ? 0 : ShiftingPages ? int.Parse(request.NextToken.Split('/')[0]) : After(list, request.NextToken);
        var size = request.MaxResults ?? 25;
        if (SmallerPages.Count > 0)
        {
            size = Math.Min(size, SmallerPages[_pages % SmallerPages.Count]);
        }

        var page = list.Skip(skip).Take(size).ToList();
        var last = skip + size == 0 || list.Count == 0 ? null : list[Math.Min(skip + size, list.Count) - 1];
        _pages++;
        Answered();
        return new ListJobsResponse
        {
            HttpStatusCode = HttpStatusCode.OK,
            Jobs = page.ConvertAll(Entry),
            // No token is given twice, not even after an empty page.
            NextToken = skip + size >= list.Count ? null : ShiftingPages ? $"{skip + size}/{_pages}" : $"{last?.CreatedAt.UtcTicks ?? long.MaxValue}/{last?.Id}/{_pages}",
        };
    }

    public async Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add("GetJob " + request.JobId);
        await Before("GetJob", cancellationToken);
        Answered();
        var job = Entry(account.Find(Misheard(request.JobId!)) ?? throw new ResourceNotFoundException("no such job"));
        return new GetJobResponse
        {
            HttpStatusCode = HttpStatusCode.OK,
            Id = job.Id,
            Arn = job.Arn,
            State = job.State,
            Type = job.Type,
            CreatedAt = job.CreatedAt,
            UpdatedAt = job.UpdatedAt,
            Details = job.Details,
            Errors = job.Errors,
        };
    }

    public Task<GetDataSetResponse> GetDataSetAsync(GetDataSetRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GetDataSetResponse { Id = request.DataSetId, Name = "Data set " + request.DataSetId });

    public async Task<ListDataSetsResponse> ListDataSetsAsync(
        ListDataSetsRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add("ListDataSets " + request.Origin);
        await Before("ListDataSets", cancellationToken);
        Answered();
        IEnumerable<string> ids = request.Origin == Origin.ENTITLED.Value
            ? []
            : account.List.Select(j => j.DataSetId).OfType<string>().Distinct().Order();
        return new ListDataSetsResponse { DataSets = [.. ids.Select(id => new DataSetEntry { Id = id, Name = "Data set " + id })] };
    }

    public async Task<ListDataSetRevisionsResponse> ListDataSetRevisionsAsync(
        ListDataSetRevisionsRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add("ListDataSetRevisions " + request.DataSetId);
        await Before("ListDataSetRevisions", cancellationToken);
        Answered();
        return new ListDataSetRevisionsResponse { Revisions = [] };
    }

    public void Dispose()
    {
    }

    private static int After(IReadOnlyList<ModelJob> list, string token)
    {
        var parts = token.Split('/');
        var createdAt = long.Parse(parts[0]);
        return list.TakeWhile(j => j.CreatedAt.UtcTicks > createdAt || (j.CreatedAt.UtcTicks == createdAt && string.CompareOrdinal(j.Id, parts[1]) <= 0)).Count();
    }

    private static JobEntry Entry(ModelJob job) => new()
    {
        Id = job.Id,
        Arn = job.Listed.Arn,
        State = job.State,
        Type = job.Type,
        CreatedAt = job.CreatedAt.UtcDateTime,
        UpdatedAt = job.UpdatedAt.UtcDateTime,
        Details = job.IsAutoExport
            ? new ResponseDetails { ExportRevisionsToS3 = new ExportRevisionsToS3ResponseDetails { DataSetId = job.DataSetId, EventActionArn = "arn:aws:dataexchange:us-east-1:123456789012:event-actions/e" } }
            : job.DataSetId is null ? null : new ResponseDetails { ImportAssetsFromS3 = new ImportAssetsFromS3ResponseDetails { DataSetId = job.DataSetId } },
        Errors = [.. job.Errors.Select(e => new JobError
        {
            Code = e.Code,
            Message = e.Message,
            LimitName = e.LimitName is null ? null : new JobErrorLimitName(e.LimitName),
            LimitValue = e.LimitValue,
            ResourceId = e.ResourceId,
            ResourceType = e.ResourceType is null ? null : new JobErrorResourceTypes(e.ResourceType),
        })],
    };
}
