using System.Text.Json.Serialization;

namespace DxJobs.Exporter.Commands;

/// <summary>JSON without reflection: snake_case, indented.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    WriteIndented = true)]
[JsonSerializable(typeof(JobsDocument))]
internal sealed partial class JobsJson : JsonSerializerContext;
