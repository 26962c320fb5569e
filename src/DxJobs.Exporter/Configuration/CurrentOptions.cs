namespace DxJobs.Exporter.Configuration;

/// <summary>The configuration in force. A reload replaces it as a whole.</summary>
internal sealed class CurrentOptions(ExporterOptions options)
{
    private ExporterOptions _value = options;

    /// <summary>The options now.</summary>
    public ExporterOptions Value => Volatile.Read(ref _value);

    /// <summary>Puts other options in force.</summary>
    public void Replace(ExporterOptions options) => Volatile.Write(ref _value, options);
}
