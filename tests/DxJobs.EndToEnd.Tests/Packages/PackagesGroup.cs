namespace DxJobs.EndToEnd.Tests.Packages;

/// <summary>The tests that share the built packages.</summary>
[CollectionDefinition(nameof(PackagesGroup))]
public sealed class PackagesGroup : ICollectionFixture<BuiltPackages>;
