using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Wire;

/// <summary>An error as AWS answers it: the status, the type in the header, the message in the body.</summary>
internal sealed class Refusal(int status, string type, string message, string? resourceId = null, string? resourceType = null) : Exception(message)
{
    public static Refusal Throttled => new(429, "ThrottlingException", "Rate exceeded");

    public static Refusal Internal => new(500, "InternalServerException", "An internal server error occurred.");

    public static Refusal ExpiredToken => new(403, "ExpiredTokenException", "The security token included in the request is expired");

    public static Refusal AccessDenied(string message) => new(403, "AccessDeniedException", message);

    public static Refusal Validation(string message) => new(400, "ValidationException", message);

    public static Refusal NotFound(string what, string id, string resourceType) =>
        new(404, "ResourceNotFoundException", $"{what} {id} does not exist.", id, resourceType);

    public static Refusal Conflict(string message, string id) => new(409, "ConflictException", message, id, "JOB");

    public static Refusal Unreadable(BadHttpRequestException e) => new(
        e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "RequestEntityTooLargeException" : "SerializationException", e.Message);

    /// <summary>Writes it as the answer.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = type;
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, JobJson.Options);
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
