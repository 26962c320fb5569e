namespace DxJobs.Exporter.Web.Settings;

/// <summary>The paths that the server answers itself.</summary>
internal static class WebPaths
{
    /// <summary>The liveness probe.</summary>
    public const string Health = "/healthz";

    /// <summary>The readiness probe.</summary>
    public const string Ready = "/readyz";

    /// <summary>The content of the status page as JSON.</summary>
    public const string Status = "/api/v1/status";

    /// <summary>The style sheet of the status page.</summary>
    public const string StyleSheet = "/style.css";

    /// <summary>The icon of the status page.</summary>
    public const string Icon = "/icon.svg";

    /// <summary>Every path in use, apart from the root and the metrics.</summary>
    public static readonly IReadOnlyList<string> All = [Status, StyleSheet, Icon, Health, Ready];
}
