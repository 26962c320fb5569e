namespace DxJobs.Exporter.Web.Security;

/// <summary>What the web room logs.</summary>
internal static partial class WebLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "web configuration {Path} changed and is in force")]
    public static partial void WebConfigReloaded(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "web configuration {Path} changed but is refused, the old one stays in force: {Problems}")]
    public static partial void WebConfigRefused(ILogger logger, string path, string problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "scrape cut off after {Seconds:0.###} s")]
    public static partial void ScrapeCutOff(ILogger logger, double seconds);
}
