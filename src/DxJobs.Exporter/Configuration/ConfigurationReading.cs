namespace DxJobs.Exporter.Configuration;

/// <summary>What reading the configuration came to: options, or all that is wrong with it.</summary>
/// <param name="Options">The options; null if there are problems.</param>
/// <param name="Problems">The problems, in the order of the file.</param>
internal sealed record ConfigurationReading(ExporterOptions? Options, IReadOnlyList<ConfigurationProblem> Problems);
