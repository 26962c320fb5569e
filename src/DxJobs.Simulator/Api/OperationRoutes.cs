using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Api;

/// <summary>Maps requests to operations: the http traits of AWS's service model.</summary>
internal static class OperationRoutes
{
    /// <summary>Operation and id in the path; null for an unknown route.</summary>
    public static (string Operation, string Id)? Match(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("GET", ["v1", "jobs"]) => ("ListJobs", ""),
            ("POST", ["v1", "jobs"]) => ("CreateJob", ""),
            ("GET", ["v1", "jobs", var id]) => ("GetJob", id),
            ("PATCH", ["v1", "jobs", var id]) => ("StartJob", id),
            ("DELETE", ["v1", "jobs", var id]) => ("CancelJob", id),
            ("GET", ["v1", "data-sets"]) => ("ListDataSets", ""),
            ("GET", ["v1", "data-sets", var id]) => ("GetDataSet", id),
            ("GET", ["v1", "data-sets", var id, "revisions"]) => ("ListDataSetRevisions", id),
            _ => null,
        };
    }
}
