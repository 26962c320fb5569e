using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Wire;

/// <summary>The operations on jobs and data sets, as AWS's service model binds them to HTTP.</summary>
internal sealed partial class JobsApi(SimulatedAccount account, FaultInjector faults, int seed)
{
    private const int DefaultPage = 25;
    private const int LargestPage = 200;

    private readonly PagingTokens _tokens = new(seed);

    /// <summary>Answers a request.</summary>
    /// <param name="operation">AWS's name of the operation.</param>
    /// <param name="id">The id in the path; empty where the operation has none.</param>
    /// <param name="context">The request.</param>
    /// <param name="body">Its body.</param>
    /// <exception cref="Refusal">AWS would refuse it.</exception>
    public Task AnswerAsync(string operation, string id, HttpContext context, ReadOnlyMemory<byte> body) => operation switch
    {
        "ListJobs" => ListJobsAsync(context),
        "CreateJob" => CreateJobAsync(context, body),
        "GetJob" => GetJobAsync(context, Checked(id, "JobId")),
        "StartJob" => StartJobAsync(context, Checked(id, "JobId")),
        "CancelJob" => CancelJobAsync(context, Checked(id, "JobId")),
        "GetDataSet" => GetDataSetAsync(context, Checked(id, "DataSetId")),
        "ListDataSets" => ListDataSetsAsync(context),
        _ => throw new InvalidOperationException(operation),
    };

    [GeneratedRegex("^[a-zA-Z0-9]{30,40}$")]
    private static partial Regex IdPattern();

    private static string Checked(string id, string member) => IdPattern().IsMatch(id)
        ? id
        : throw Refusal.Validation($"Value '{id}' at '{member}' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9]{{30,40}}");

    private async Task ListJobsAsync(HttpContext context)
    {
        var size = PageSize(context);
        var (dataSet, revision) = (Query(context, "dataSetId"), Query(context, "revisionId"));
        var filters = $"{dataSet}|{revision}";
        var after = Query(context, "nextToken") is { } token ? Place(token, filters) : (JobPlace?)null;
        var endless = faults.DrawEndless();
        var (jobs, more, now) = account.Page(endless ? null : after, size, Filter(dataSet, revision));
        await WriteAsync(context, 200, json =>
        {
            json.WriteStartArray("Jobs");
            foreach (var job in jobs)
            {
                JobJson.Write(json, account, job, now);
            }

            json.WriteEndArray();
            if (endless)
            {
                json.WriteString("NextToken", _tokens.After(new JobPlace(now, Guid.NewGuid().ToString("N")), filters));
            }
            else if (more)
            {
                json.WriteString("NextToken", _tokens.After(new JobPlace(jobs[^1].CreatedAt, jobs[^1].Id), filters));
            }
        });
    }

    private JobPlace Place(string token, string filters) =>
        faults.DrawBadToken() ? throw Refusal.Validation("The NextToken has expired.") : _tokens.Read(token, filters);

    private Task GetJobAsync(HttpContext context, string id)
    {
        var (job, now) = account.Find(id) ?? throw Refusal.NotFound("Job", id, "JOB");
        return WriteJobAsync(context, 200, job, now);
    }

    private Task CreateJobAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var wanted = JobRequests.Read(Parse(body));
        if (account.DataSets.All(d => d.Id != wanted.DataSetId))
        {
            throw Refusal.NotFound("Data set", wanted.DataSetId, "DATA_SET");
        }

        var (job, now) = account.Create(wanted.Type, wanted.DataSetId, wanted.RevisionId, wanted.Details, wanted.AssetConfiguration);
        return WriteJobAsync(context, 201, job, now);
    }

    private Task StartJobAsync(HttpContext context, string id)
    {
        Changed(account.Start(id), id, "started");
        return WriteAsync(context, 202, _ => { });
    }

    private Task CancelJobAsync(HttpContext context, string id)
    {
        Changed(account.Cancel(id), id, "cancelled");
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static void Changed(bool? done, string id, string what)
    {
        if (done is null)
        {
            throw Refusal.NotFound("Job", id, "JOB");
        }

        if (done is false)
        {
            throw Refusal.Conflict($"Job {id} can't be {what}: it is not in the WAITING state.", id);
        }
    }

    private Task GetDataSetAsync(HttpContext context, string id)
    {
        var dataSet = account.DataSets.FirstOrDefault(d => d.Id == id) ?? throw Refusal.NotFound("Data set", id, "DATA_SET");
        return WriteAsync(context, 200, json => DataSetJson.Write(json, account, dataSet));
    }

    private Task ListDataSetsAsync(HttpContext context)
    {
        var size = PageSize(context);
        var entitled = Query(context, "origin") switch
        {
            null or "OWNED" => false,
            "ENTITLED" => true,
            var other => throw Refusal.Validation($"Value '{other}' at 'Origin' failed to satisfy constraint: Member must satisfy enum value set: [OWNED, ENTITLED]"),
        };
        var all = account.DataSets.Where(d => d.Entitled == entitled).OrderByDescending(d => d.CreatedAt).ToList();
        var skip = Query(context, "nextToken") is { } token
            ? int.Parse(_tokens.Read(token, $"sets {entitled}").Id, CultureInfo.InvariantCulture)
            : 0;
        return WriteAsync(context, 200, json =>
        {
            json.WriteStartArray("DataSets");
            foreach (var dataSet in all.Skip(skip).Take(size))
            {
                json.WriteStartObject();
                DataSetJson.Write(json, account, dataSet);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (skip + size < all.Count)
            {
                json.WriteString("NextToken", _tokens.After(new JobPlace(account.Now, $"{skip + size}"), $"sets {entitled}"));
            }
        });
    }

    private static int PageSize(HttpContext context)
    {
        if (Query(context, "maxResults") is not { } text)
        {
            return DefaultPage;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestPage
            ? size
            : throw Refusal.Validation($"Value '{text}' at 'MaxResults' failed to satisfy constraint: Member must have value between 1 and {LargestPage}");
    }

    private static Func<SimulatedJob, bool>? Filter(string? dataSet, string? revision) =>
        dataSet is null && revision is null
            ? null
            : job => (dataSet is null || job.DataSetId == dataSet) && (revision is null || job.RevisionId == revision);

    private static string? Query(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var value) && value.Count > 0 && !string.IsNullOrEmpty(value[0]) ? value[0] : null;

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Refusal.Validation("The request's body is not JSON.");
        }
    }

    private Task WriteJobAsync(HttpContext context, int status, SimulatedJob job, DateTimeOffset now) =>
        WriteAsync(context, status, json => JobJson.Write(json, account, job, now), wrapped: false);

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write, bool wrapped = true)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, JobJson.Options);
        if (wrapped)
        {
            json.WriteStartObject();
        }

        write(json);
        if (wrapped)
        {
            json.WriteEndObject();
        }

        await json.FlushAsync(context.RequestAborted);
    }
}
