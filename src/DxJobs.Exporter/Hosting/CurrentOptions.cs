using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Hosting;

/// <summary>The configuration in force. A reload replaces it as a whole.</summary>
internal sealed class CurrentOptions(ExporterOptions options, Freshness freshness)
{
    private ExporterOptions _value = Announce(options, freshness);

    /// <summary>What it says.</summary>
    public ExporterOptions Value => Volatile.Read(ref _value);

    /// <summary>Puts another one in force.</summary>
    public void Replace(ExporterOptions options) => Volatile.Write(ref _value, Announce(options, freshness));

    private static ExporterOptions Announce(ExporterOptions options, Freshness freshness)
    {
        freshness.StaleAfter = options.Poll.StaleAfter;
        return options;
    }
}
