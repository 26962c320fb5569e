using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Protocol;

/// <summary>An AWS error response: status code, error type header and message.</summary>
internal sealed class ApiException(
    int status, string type, string message, string? resourceId = null, string? resourceType = null) : Exception(message)
{
    public static ApiException Throttled => new(429, "ThrottlingException", "Rate exceeded");

    public static ApiException Internal => new(500, "InternalServerException", "An internal server error occurred.");

    public static ApiException ExpiredToken =>
        new(403, "ExpiredTokenException", "The security token included in the request is expired");

    public static ApiException AccessDenied(string message) => new(403, "AccessDeniedException", message);

    public static ApiException Validation(string message) => new(400, "ValidationException", message);

    public static ApiException NotFound(string resource, string id, string resourceType) =>
        new(404, "ResourceNotFoundException", $"{resource} {id} does not exist.", id, resourceType);

    public static ApiException Conflict(string message, string id) => new(409, "ConflictException", message, id, "JOB");

    public static ApiException InvalidRequest(BadHttpRequestException e) => new(
        e.StatusCode,
        e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "RequestEntityTooLargeException" : "SerializationException",
        e.Message);

    /// <summary>Writes the error response.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = type;
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, AwsJson.Options);
        json.WriteStartObject();
        json.WriteString("Message", Message);
        if (resourceId is not null)
        {
            json.WriteString("ResourceId", resourceId);
            json.WriteString("ResourceType", resourceType);
        }

        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }
}
