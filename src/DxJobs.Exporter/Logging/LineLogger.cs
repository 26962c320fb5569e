namespace DxJobs.Exporter.Logging;

/// <summary>The logger of one category.</summary>
internal sealed class LineLogger(string category, LineLoggerProvider provider) : ILogger
{
    private const string Template = "{OriginalFormat}";

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => provider.Scopes.Push(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var fields = new List<KeyValuePair<string, object?>>();
        Add(fields, state);
        provider.Scopes.ForEachScope(static (scope, all) => Add(all, scope), fields);
        provider.Log(logLevel, category, formatter(state, exception), fields, exception);
    }

    /// <summary>What has names becomes fields, once each; the nearest wins.</summary>
    private static void Add(List<KeyValuePair<string, object?>> fields, object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> named)
        {
            return;
        }

        foreach (var field in named)
        {
            if (field.Key != Template && !fields.Exists(known => known.Key == field.Key))
            {
                fields.Add(field);
            }
        }
    }
}
