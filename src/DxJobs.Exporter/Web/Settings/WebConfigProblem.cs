using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>Something in the web configuration that must be changed before it can be used.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key's path, such as <c>tls_server_config.cert_file</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what would be right. Never a secret.</param>
internal sealed record WebConfigProblem(int Line, string Key, string Message)
{
    /// <summary>As people read it, behind the file's name: <c>3: tls_server_config.cert_file: …</c>.</summary>
    public override string ToString() => ControlCharacters.Replace(Key.Length == 0 ? $"{Line}: {Message}" : $"{Line}: {Key}: {Message}");
}
