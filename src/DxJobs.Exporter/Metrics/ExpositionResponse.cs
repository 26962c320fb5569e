namespace DxJobs.Exporter.Metrics;

/// <summary>One rendering of all metrics, as it goes over the wire.</summary>
/// <param name="Status">The HTTP status; 200 unless rendering failed.</param>
/// <param name="ContentType">Which text format it is.</param>
/// <param name="ContentEncoding"><c>gzip</c>, or null for plain.</param>
/// <param name="Body">The text.</param>
internal sealed record ExpositionResponse(int Status, string? ContentType, string? ContentEncoding, ReadOnlyMemory<byte> Body);
