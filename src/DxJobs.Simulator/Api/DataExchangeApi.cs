using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;
using DxJobs.Simulator.Protocol;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Api;

/// <summary>Operations on jobs and data sets, with the HTTP bindings of AWS's service model.</summary>
internal sealed partial class DataExchangeApi(SimulatedAccount account, FaultInjector faults, int seed)
{
    private const int DefaultPageSize = 25;
    private const int MaxPageSize = 200;

    private readonly PagingTokens _tokens = new(seed);

    /// <summary>Handles a request.</summary>
    /// <param name="operation">Operation name.</param>
    /// <param name="id">Id in the path; empty if the operation has none.</param>
    /// <param name="context">Request.</param>
    /// <param name="body">Request body.</param>
    /// <exception cref="ApiException">The request is rejected.</exception>
    public Task HandleAsync(string operation, string id, HttpContext context, ReadOnlyMemory<byte> body) => operation switch
    {
        "ListJobs" => ListJobsAsync(context),
        "CreateJob" => CreateJobAsync(context, body),
        "GetJob" => GetJobAsync(context, ValidId(id, "JobId")),
        "StartJob" => StartJobAsync(context, ValidId(id, "JobId")),
        "CancelJob" => CancelJobAsync(context, ValidId(id, "JobId")),
        "GetDataSet" => GetDataSetAsync(context, ValidId(id, "DataSetId")),
        "ListDataSets" => ListDataSetsAsync(context),
        "ListDataSetRevisions" => ListDataSetRevisionsAsync(context, ValidId(id, "DataSetId")),
        _ => throw new InvalidOperationException(operation),
    };

    [GeneratedRegex("^[a-zA-Z0-9]{30,40}$")]
    private static partial Regex IdPattern();

    private static string ValidId(string id, string member) => IdPattern().IsMatch(id)
        ? id
        : throw ApiException.Validation(
            $"Value '{id}' at '{member}' failed to satisfy constraint: "
            + "Member must satisfy regular expression pattern: [a-zA-Z0-9]{30,40}");

    private async Task ListJobsAsync(HttpContext context)
    {
        var size = PageSize(context);
        var (dataSet, revision) = (Query(context, "dataSetId"), Query(context, "revisionId"));
        var filters = $"{dataSet}|{revision}";
        var after = Query(context, "nextToken") is { } token ? ReadToken(token, filters) : (JobPosition?)null;
        var endless = faults.DrawEndless();
        var (jobs, hasMore, now) = account.Page(endless ? null : after, size, Filter(dataSet, revision));
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
                json.WriteString("NextToken", _tokens.After(new JobPosition(now, Guid.NewGuid().ToString("N")), filters));
            }
            else if (hasMore)
            {
                json.WriteString("NextToken", _tokens.After(new JobPosition(jobs[^1].CreatedAt, jobs[^1].Id), filters));
            }
        });
    }

    private JobPosition ReadToken(string token, string filters) =>
        faults.DrawBadToken() ? throw ApiException.Validation("The NextToken has expired.") : _tokens.Read(token, filters);

    private Task GetJobAsync(HttpContext context, string id)
    {
        var (job, now) = account.Find(id) ?? throw ApiException.NotFound("Job", id, "JOB");
        return WriteJobAsync(context, 200, job, now);
    }

    private Task CreateJobAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = CreateJobParser.Parse(Parse(body));
        if (account.DataSets.All(d => d.Id != request.DataSetId))
        {
            throw ApiException.NotFound("Data set", request.DataSetId, "DATA_SET");
        }

        var (job, now) = account.Create(
            request.Type, request.DataSetId, request.RevisionId, request.Details, request.AssetConfiguration);
        return WriteJobAsync(context, 201, job, now);
    }

    private Task StartJobAsync(HttpContext context, string id)
    {
        EnsureChanged(account.Start(id), id, "started");
        return WriteAsync(context, 202, _ => { });
    }

    private Task CancelJobAsync(HttpContext context, string id)
    {
        EnsureChanged(account.Cancel(id), id, "cancelled");
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static void EnsureChanged(bool? changed, string id, string action)
    {
        if (changed is null)
        {
            throw ApiException.NotFound("Job", id, "JOB");
        }

        if (changed is false)
        {
            throw ApiException.Conflict($"Job {id} cannot be {action}: it is not in the WAITING state.", id);
        }
    }

    private Task GetDataSetAsync(HttpContext context, string id)
    {
        var dataSet = account.DataSets.FirstOrDefault(d => d.Id == id)
            ?? throw ApiException.NotFound("Data set", id, "DATA_SET");
        return WriteAsync(context, 200, json => DataSetJson.Write(json, account, dataSet));
    }

    private Task ListDataSetsAsync(HttpContext context)
    {
        var size = PageSize(context);
        var entitled = Query(context, "origin") switch
        {
            null or "OWNED" => false,
            "ENTITLED" => true,
            var other => throw ApiException.Validation(
                $"Value '{other}' at 'Origin' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [OWNED, ENTITLED]"),
        };
        var all = account.DataSets.Where(d => d.Entitled == entitled).OrderByDescending(d => d.CreatedAt).ToList();
        return ListAsync(
            context, size, "DataSets", $"sets {entitled}", all, (json, dataSet) => DataSetJson.Write(json, account, dataSet));
    }

    private Task ListDataSetRevisionsAsync(HttpContext context, string id)
    {
        var size = PageSize(context);
        var revisions = account.Revisions(id) ?? throw ApiException.NotFound("Data set", id, "DATA_SET");
        return ListAsync(
            context,
            size,
            "Revisions",
            $"revisions {id}",
            revisions,
            (json, revision) => RevisionJson.Write(json, account, revision));
    }

    private Task ListAsync<T>(
        HttpContext context, int size, string member, string filters, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        var skip = Query(context, "nextToken") is { } token
            ? int.Parse(ReadToken(token, filters).Id, CultureInfo.InvariantCulture)
            : 0;
        return WriteAsync(context, 200, json =>
        {
            json.WriteStartArray(member);
            foreach (var item in all.Skip(skip).Take(size))
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (skip + size < all.Count)
            {
                json.WriteString("NextToken", _tokens.After(new JobPosition(account.Now, $"{skip + size}"), filters));
            }
        });
    }

    private static int PageSize(HttpContext context)
    {
        if (Query(context, "maxResults") is not { } text)
        {
            return DefaultPageSize;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)
            && size is >= 1 and <= MaxPageSize
                ? size
                : throw ApiException.Validation(
                    $"Value '{text}' at 'MaxResults' failed to satisfy constraint: "
                    + $"Member must have value between 1 and {MaxPageSize}");
    }

    private static Func<SimulatedJob, bool>? Filter(string? dataSet, string? revision) =>
        dataSet is null && revision is null
            ? null
            : job => (dataSet is null || job.DataSetId == dataSet) && (revision is null || job.RevisionId == revision);

    private static string? Query(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var value) && value.Count > 0 && !string.IsNullOrEmpty(value[0])
            ? value[0]
            : null;

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw ApiException.Validation("The request body is not JSON.");
        }
    }

    private Task WriteJobAsync(HttpContext context, int status, SimulatedJob job, DateTimeOffset now) =>
        WriteAsync(context, status, json => JobJson.Write(json, account, job, now), inObject: false);

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write, bool inObject = true)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, AwsJson.Options);
        if (inObject)
        {
            json.WriteStartObject();
        }

        write(json);
        if (inObject)
        {
            json.WriteEndObject();
        }

        await json.FlushAsync(context.RequestAborted);
    }
}
