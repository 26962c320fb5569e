using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>A web configuration in force: what it says, with the files that it names read and found good. Immutable.</summary>
/// <param name="Config">What it says.</param>
/// <param name="Tls">What handshakes need; null for plain HTTP.</param>
internal sealed record WebSettings(WebConfig Config, TlsMaterial? Tls)
{
    /// <summary>No configuration: plain HTTP for everybody.</summary>
    public static readonly WebSettings None = new(new WebConfig(), null);
}
