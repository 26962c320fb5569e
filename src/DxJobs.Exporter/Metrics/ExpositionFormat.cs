namespace DxJobs.Exporter.Metrics;

/// <summary>How a scraper wants the metrics: its own headers, for the negotiation is the Prometheus exporter's.</summary>
/// <param name="Accept">The Accept header; empty for Prometheus's plain text.</param>
/// <param name="AcceptEncoding">The Accept-Encoding header; empty for none.</param>
internal readonly record struct ExpositionFormat(string Accept, string AcceptEncoding);
