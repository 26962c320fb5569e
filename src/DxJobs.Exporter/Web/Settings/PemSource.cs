using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>Where a certificate or key comes from, and where in the configuration that is said.</summary>
/// <param name="Key">The key's path, such as <c>tls_server_config.cert_file</c>.</param>
/// <param name="Line">Its line.</param>
/// <param name="File">The file; null when the text stands in the configuration itself.</param>
/// <param name="Inline">The text, when it does.</param>
internal sealed record PemSource(string Key, int Line, string? File, string? Inline)
{
    /// <summary>The most that is read of a file: certificates are small, and a mistaken path may be anything.</summary>
    private const int MaxBytes = 1 << 20;

    /// <summary>The text.</summary>
    /// <exception cref="IOException">The file cannot be read, or is too large to be one.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public string Read() => Inline ?? BoundedFile.ReadText(File!, MaxBytes);
}
