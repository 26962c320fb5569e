namespace DxJobs.Exporter.Commands;

/// <summary>What the server says of itself.</summary>
internal static partial class ServeLog
{
    [LoggerMessage(LogLevel.Error, "stopped without a signal: a part of the exporter failed")]
    public static partial void StoppedByItself(ILogger logger);

    [LoggerMessage(LogLevel.Information, "listening on {Addresses}, metrics at {TelemetryPath}")]
    public static partial void Listening(ILogger logger, string addresses, string telemetryPath);
}
