namespace DxJobs.Exporter.Configuration;

/// <summary>The configuration is well formed but cannot be put in force. A reload keeps the previous configuration.</summary>
internal class InvalidConfigurationException(string message) : Exception(message);
