using System.Text.Json.Serialization;

namespace DxJobs.Exporter.Web.Api;

/// <summary>The document on the wire: snake_case, without reflection, and with everything that HTML could misread escaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(StatusDocument))]
internal sealed partial class StatusJson : JsonSerializerContext;
