namespace DxJobs.Exporter.Configuration;

/// <summary>One value as it was written, and where.</summary>
/// <param name="Value">The text; null for a key without a value.</param>
/// <param name="Source">The file, or the environment variable.</param>
/// <param name="Line">The line of the file; null for the environment.</param>
internal sealed record Setting(string? Value, string Source, int? Line);
