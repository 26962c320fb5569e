namespace DxJobs.Exporter.Configuration;

/// <summary>Where the configuration is read from, again and again.</summary>
/// <param name="File">The file; null for none.</param>
/// <param name="Environment">The process's environment.</param>
/// <param name="HostName">The name of this host, for the shard's index.</param>
internal sealed record ConfigurationSources(string? File, IReadOnlyDictionary<string, string> Environment, string HostName)
{
    /// <summary>What environment variables of the product begin with.</summary>
    public const string Prefix = "DXJOBS_";
}
