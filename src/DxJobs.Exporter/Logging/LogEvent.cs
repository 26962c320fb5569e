namespace DxJobs.Exporter.Logging;

/// <summary>One thing to be logged, before it is a line.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How grave.</param>
/// <param name="Category">Who says it.</param>
/// <param name="Message">What, in words.</param>
/// <param name="Fields">What, by names: those of the message first, then those of its scopes.</param>
/// <param name="Exception">What went wrong, if anything.</param>
internal readonly record struct LogEvent(
    DateTimeOffset At, LogLevel Level, string Category, string Message, IReadOnlyList<KeyValuePair<string, object?>> Fields, Exception? Exception);
