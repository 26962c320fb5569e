using Amazon.Runtime;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>Credentials and how long they serve.</summary>
/// <param name="Credentials">The keys.</param>
/// <param name="RefreshAt">From when on others should be fetched; long past for those that somebody else keeps fresh.</param>
/// <param name="ExpireAt">Until when these do in a pinch.</param>
internal sealed record FetchedCredentials(ImmutableCredentials Credentials, DateTimeOffset RefreshAt, DateTimeOffset ExpireAt);
