using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DxJobs.Exporter.Logging;

/// <summary>Registers the exporter's logging in the place of any other.</summary>
internal static class LoggingSetup
{
    /// <summary>Logs to standard error.</summary>
    /// <param name="logging">Where to.</param>
    /// <param name="level">The least grave that is logged. The framework below the exporter must have a warning to be heard, except at debug.</param>
    /// <param name="format">How lines look.</param>
    public static ILoggingBuilder AddExporterLogging(this ILoggingBuilder logging, LogLevel level, LogFormat format)
    {
        var framework = level <= LogLevel.Debug ? LogLevel.Information : level > LogLevel.Warning ? level : LogLevel.Warning;
        logging.ClearProviders();
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", framework);
        logging.AddFilter("System", framework);
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.Services.AddSingleton<ILoggerProvider>(services => new LineLoggerProvider(
            format, level <= LogLevel.Debug, new StreamWriter(Console.OpenStandardError()), services.GetRequiredService<TimeProvider>()));
        return logging;
    }
}
