using DxJobs.Core.Jobs;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;
using Microsoft.Extensions.Logging;

namespace DxJobs.Exporter.Tests.Polling;

public class FailedJobLogTests
{
    private static readonly Target Target = new() { Name = "one", Region = "us-east-1" };

    [Fact]
    public void A_line_has_the_cause_as_fields_and_leaves_out_what_is_unknown()
    {
        var logger = new Recorder();
        FailedJobLog.Write(logger, Target, "123456789012", [Job("1")], id => "Name of " + id);
        var (level, message, fields) = Assert.Single(logger.Lines);
        Assert.Equal((LogLevel.Warning, "job failed"), (level, message));
        Assert.Equal("one", fields["target"]);
        Assert.Equal("us-east-1", fields["region"]);
        Assert.Equal("1", fields["job_id"]);
        Assert.Equal("Name of set", fields["data_set_name"]);
        Assert.Equal("ACCESS_DENIED_EXCEPTION", fields["code"]);
        Assert.Equal("s3://b/k", fields["source"]);
        Assert.DoesNotContain("destination", fields.Keys);
        Assert.DoesNotContain("SECRET", (string)fields["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_limit_only_the_number_is_logged()
    {
        var logger = new Recorder();
        FailedJobLog.Write(logger, Target, "123456789012", [.. Enumerable.Range(0, 130).Select(i => Job($"{i}"))], _ => null);
        Assert.Equal(FailedJobLog.MaxLines + 1, logger.Lines.Count);
        Assert.Equal("failed jobs omitted: one/us-east-1, 30", logger.Lines[^1].Message);
    }

    private static Job Job(string id) => new()
    {
        Id = id,
        State = JobState.Error,
        Type = "IMPORT_ASSETS_FROM_S3",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        DataSetId = "set",
        Details = new JobDetails { Source = "s3://b/k" },
        Errors = [new JobError { Code = "ACCESS_DENIED_EXCEPTION", Message = "denied: https://b.example/k?X-Amz-Signature=SECRET" }],
    };

    private sealed class Recorder : ILogger
    {
        public List<(LogLevel Level, string Message, Dictionary<string, object?> Fields)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception), ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary()));
    }
}
