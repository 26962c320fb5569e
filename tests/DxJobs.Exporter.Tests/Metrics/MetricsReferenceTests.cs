using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Metrics;

public class MetricsReferenceTests
{
    [Fact]
    public void Docs_metrics_is_what_the_catalogue_says() => Golden.Compare("docs/metrics.md", MetricsReference.Render());
}
