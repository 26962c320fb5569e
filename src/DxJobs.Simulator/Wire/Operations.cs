using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Wire;

/// <summary>Which operation a request means. Source: the http traits of AWS's service model.</summary>
internal static class Operations
{
    /// <summary>The operation and the id in the path; null for what the API does not have.</summary>
    public static (string Operation, string Id)? Of(HttpRequest request)
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
            _ => null,
        };
    }
}
