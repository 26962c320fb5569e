namespace DxJobs.Exporter.Configuration;

/// <summary>What a key's value is.</summary>
internal enum KeyKind
{
    /// <summary>A duration as Prometheus writes them.</summary>
    Duration,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A text.</summary>
    Text,
}
