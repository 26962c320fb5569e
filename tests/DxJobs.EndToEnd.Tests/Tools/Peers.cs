namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>
/// The programs that users run the exporter with, in the release of the distribution and in a current one. A test with both releases is a theory over
/// <see cref="Versions"/>. A missing program skips the test, and fails it on a build server, as <see cref="Tool.Require"/> does.
/// </summary>
internal static class Peers
{
    private static readonly string Unpacked = Environment.GetEnvironmentVariable("DXJOBS_PEERS") is { Length: > 0 } folder
        ? folder
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
                ? cache
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "dxjobs-exporter",
            "peers");

    /// <summary>Both releases.</summary>
    public static TheoryData<PeerVersion> Versions { get; } = [PeerVersion.Distribution, PeerVersion.Current];

    /// <summary>The path of Prometheus.</summary>
    public static string Prometheus(PeerVersion version = PeerVersion.Distribution) => Find(version, "prometheus", "prometheus");

    /// <summary>The path of promtool.</summary>
    public static string Promtool(PeerVersion version = PeerVersion.Distribution) => Find(version, "promtool", "promtool");

    /// <summary>The path of Alertmanager.</summary>
    public static string Alertmanager(PeerVersion version = PeerVersion.Distribution) => Find(version, "prometheus-alertmanager", "prometheus-alertmanager");

    /// <summary>The path of amtool.</summary>
    public static string Amtool(PeerVersion version = PeerVersion.Distribution) => Find(version, "prometheus-alertmanager", "amtool");

    /// <summary>The path of VictoriaMetrics, which only the current release has.</summary>
    public static string VictoriaMetrics() => Find(PeerVersion.Current, "victoria-metrics", "victoria-metrics");

    private static string Find(PeerVersion version, string package, string program) => version switch
    {
        PeerVersion.Distribution => Tool.Require(program),
        _ => Tool.RequireFile(Path.Combine(Unpacked, package, "usr", "bin", program)),
    };
}
