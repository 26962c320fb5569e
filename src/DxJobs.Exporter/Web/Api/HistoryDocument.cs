namespace DxJobs.Exporter.Web.Api;

/// <summary>One good poll: jobs open then, and jobs seen to complete and to fail since the one before.</summary>
internal sealed record HistoryDocument(DateTimeOffset At, int Open, int Completed, int Failed);
