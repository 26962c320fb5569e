using System.Collections.Concurrent;

namespace DxJobs.Exporter.Logging;

/// <summary>Loggers that write lines to standard error.</summary>
[ProviderAlias("Lines")]
internal sealed class LineLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<string, LineLogger> _loggers = [];
    private readonly LogFormat _format;
    private readonly bool _withStack;
    private readonly TimeProvider _time;
    private readonly LineQueue _queue;

    /// <summary>Loggers that write to a writer.</summary>
    /// <param name="format">How lines look.</param>
    /// <param name="withStack">Whether exceptions show where they come from.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="time">What the time is.</param>
    public LineLoggerProvider(LogFormat format, bool withStack, TextWriter writer, TimeProvider time)
    {
        _format = format;
        _withStack = withStack;
        _time = time;
        _queue = new LineQueue(writer, dropped => Line(new LogEvent(
            time.GetUtcNow(), LogLevel.Warning, nameof(DxJobs), "log lines were dropped: they came faster than they are read", [new("Lines", dropped)], null)));
    }

    /// <summary>The scopes of the caller.</summary>
    public IExternalScopeProvider Scopes { get; private set; } = new LoggerExternalScopeProvider();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, name => new LineLogger(name, this));

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => Scopes = scopeProvider;

    /// <summary>Logs it now.</summary>
    public void Log(LogLevel level, string category, string message, IReadOnlyList<KeyValuePair<string, object?>> fields, Exception? exception) =>
        _queue.Add(Line(new LogEvent(_time.GetUtcNow(), level, category, message, fields, exception)));

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    private string Line(in LogEvent log) => _format == LogFormat.Json ? JsonLine.Write(log, _withStack) : LogfmtLine.Write(log, _withStack);
}
