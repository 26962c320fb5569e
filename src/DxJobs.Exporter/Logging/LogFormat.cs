namespace DxJobs.Exporter.Logging;

/// <summary>How log lines are written: <c>--log.format</c>.</summary>
internal enum LogFormat
{
    /// <summary><c>ts=… level=info msg="…" key=value</c></summary>
    Logfmt,

    /// <summary>One JSON object a line.</summary>
    Json,
}
