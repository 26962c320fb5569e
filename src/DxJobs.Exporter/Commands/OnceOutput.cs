namespace DxJobs.Exporter.Commands;

/// <summary>What <c>once</c> prints.</summary>
internal enum OnceOutput
{
    /// <summary>The metrics in Prometheus's text format.</summary>
    Text,

    /// <summary>A table for people.</summary>
    Table,
}
