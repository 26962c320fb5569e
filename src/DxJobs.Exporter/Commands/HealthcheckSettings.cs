namespace DxJobs.Exporter.Commands;

/// <summary>What <c>healthcheck</c> is told.</summary>
/// <param name="Listen">Where the exporter listens.</param>
/// <param name="WebConfigFile">Its web configuration file; null for none.</param>
/// <param name="Timeout">How long to wait for an answer.</param>
internal sealed record HealthcheckSettings(ListenAddress Listen, string? WebConfigFile, TimeSpan Timeout);
