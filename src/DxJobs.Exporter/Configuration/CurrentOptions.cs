using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Configuration;

/// <summary>The configuration in force. A reload replaces it as a whole.</summary>
internal sealed class CurrentOptions(ExporterOptions options, StalenessSettings freshness)
{
    private ExporterOptions _value = Announce(options, freshness);

    /// <summary>What it says.</summary>
    public ExporterOptions Value => Volatile.Read(ref _value);

    /// <summary>Puts another one in force.</summary>
    public void Replace(ExporterOptions options) => Volatile.Write(ref _value, Announce(options, freshness));

    private static ExporterOptions Announce(ExporterOptions options, StalenessSettings freshness)
    {
        freshness.StaleAfter = options.Poll.StaleAfter;
        return options;
    }
}
