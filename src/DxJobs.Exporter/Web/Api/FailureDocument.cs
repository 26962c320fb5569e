namespace DxJobs.Exporter.Web.Api;

/// <summary>A failed job. Texts are AWS's and others': whoever puts them on a page must encode them.</summary>
internal sealed record FailureDocument(
    string JobId, string State, string Type, string? DataSetId, string? DataSetName, DateTimeOffset EndedAt, IReadOnlyList<ErrorDocument> Errors);
