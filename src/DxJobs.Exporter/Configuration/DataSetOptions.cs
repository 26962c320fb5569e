using DxJobs.Core.Feeds;

namespace DxJobs.Exporter.Configuration;

/// <summary>Series of single data sets (<c>aws_dataexchange_data_set_*</c>).</summary>
internal sealed record DataSetOptions
{
    /// <summary>Whether there are such series. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether the newest revision of each data set is read (ListDataSetRevisions). Default false.</summary>
    public bool Revisions { get; init; }

    /// <summary>Limit, exclusions and configured intervals.</summary>
    public FeedSettings Feeds { get; init; } = new();
}
