namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary>Tests that share one feed.</summary>
[CollectionDefinition(nameof(SdkFeedGroup))]
public sealed class SdkFeedGroup : ICollectionFixture<SdkFeed>;
