using DxJobs.Exporter.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Logging;

public sealed class LineLoggerTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Placeholders_and_scopes_become_fields_once_each()
    {
        using var writer = new StringWriter();
        using (var provider = new LineLoggerProvider(LogFormat.Logfmt, withStack: false, writer, Clock))
        {
            var logger = provider.CreateLogger("DxJobs.Poller");
            using (logger.BeginScope(new Dictionary<string, object?> { ["Target"] = "prod", ["Page"] = 3 }))
            {
#pragma warning disable CA1848, CA1873 // what is tested is any message, not a generated one
                logger.LogInformation("read {Jobs} jobs of {Target}", 200, "prod/us-east-1");
#pragma warning restore CA1848, CA1873
            }
        }

        Assert.Equal(
            "ts=2026-11-02T12:00:00.000Z level=info msg=\"read 200 jobs of prod/us-east-1\" jobs=200 target=prod/us-east-1 page=3 logger=DxJobs.Poller\n",
            writer.ToString());
    }

    [Fact]
    public async Task A_writer_that_is_stuck_keeps_nobody_waiting_and_the_dropped_are_told()
    {
        using var writer = new StuckWriter();
        using var queue = new LineQueue(writer, dropped => $"dropped {dropped}\n");
        queue.Add("first\n");
        await writer.Stuck.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        for (var line = 0; line < LineQueue.Limit + 5; line++)
        {
            queue.Add("more\n");
        }

        writer.Free();
        queue.Dispose();
        Assert.EndsWith("more\ndropped 5\n", writer.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("first\nmore\n", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogLevel.Debug, "DxJobs.X", LogLevel.Debug, true)]
    [InlineData(LogLevel.Information, "DxJobs.X", LogLevel.Debug, false)]
    [InlineData(LogLevel.Information, "Microsoft.AspNetCore.X", LogLevel.Information, false)]
    [InlineData(LogLevel.Information, "Microsoft.AspNetCore.X", LogLevel.Warning, true)]
    [InlineData(LogLevel.Debug, "System.Net.Http.X", LogLevel.Information, true)]
    [InlineData(LogLevel.Error, "Microsoft.AspNetCore.X", LogLevel.Warning, false)]
    [InlineData(LogLevel.Error, "DxJobs.X", LogLevel.Error, true)]
    public void The_level_filters_the_exporter_and_the_framework_below_it(LogLevel least, string category, LogLevel level, bool heard)
    {
        using var services = new ServiceCollection().AddLogging(logging => logging.AddExporterLogging(least, LogFormat.Logfmt)).BuildServiceProvider();

        Assert.Equal(heard, services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level));
    }

    /// <summary>Blocks at its first line, as a full pipe does.</summary>
    private sealed class StuckWriter : StringWriter
    {
        private readonly TaskCompletionSource _stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _free = new();

        public Task Stuck => _stuck.Task;

        public void Free() => _free.Set();

        public override void Write(string? value)
        {
            _stuck.TrySetResult();
            _free.Wait(TimeSpan.FromSeconds(30));
            base.Write(value);
        }

        protected override void Dispose(bool disposing)
        {
            _free.Dispose();
            base.Dispose(disposing);
        }
    }
}
