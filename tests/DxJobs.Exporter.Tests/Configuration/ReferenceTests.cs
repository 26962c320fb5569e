using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Configuration;

public class ReferenceTests
{
    [Fact]
    public void Docs_configuration_is_what_the_catalogue_says() => Golden.Compare("docs/configuration.md", ConfigurationReference.Render());

    [Fact]
    public void The_schema_is_what_the_catalogue_says() => Golden.Compare("docs/configuration.schema.json", SchemaGenerator.Render());
}
