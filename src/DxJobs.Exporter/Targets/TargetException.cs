using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Targets;

/// <summary>The configuration is well formed and yet no target can be made of it.</summary>
internal sealed class TargetException(string message) : InvalidConfigurationException(message);
