namespace DxJobs.Exporter.Logging;

/// <summary>The levels as Prometheus's own programs name them: <c>debug</c>, <c>info</c>, <c>warn</c>, <c>error</c>.</summary>
internal static class LogLevels
{
    /// <summary>The names, from the most to say to the least.</summary>
    public static IReadOnlyList<string> Names { get; } = ["debug", "info", "warn", "error"];

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string name, out LogLevel level)
    {
        level = name switch
        {
            "debug" => LogLevel.Debug,
            "info" => LogLevel.Information,
            "warn" => LogLevel.Warning,
            "error" => LogLevel.Error,
            _ => LogLevel.None,
        };
        return level != LogLevel.None;
    }

    /// <summary>The name of a level; .NET's outermost ones go by their neighbours'.</summary>
    public static string Name(this LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };
}
