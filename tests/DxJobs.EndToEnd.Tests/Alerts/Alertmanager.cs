using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>A real Alertmanager that sends everything to one webhook at once.</summary>
internal static class Alertmanager
{
    /// <summary>Starts it.</summary>
    public static async Task<RunningProgram> StartAsync(Uri webhook, CancellationToken cancel, PeerVersion version = PeerVersion.Distribution)
    {
        var folder = RunningProgram.NewFolder();
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await File.WriteAllTextAsync(Path.Combine(folder, "alertmanager.yaml"), $$"""
            route: {receiver: test, group_by: [alertname, target, region, type], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - name: test
                webhook_configs: [{url: "{{webhook}}", send_resolved: true}]
            """, cancel);
        return await RunningProgram.StartAsync(Peers.Alertmanager(version), folder, address, "/-/ready",
            ["--config.file=alertmanager.yaml", "--storage.path=data", $"--web.listen-address={address.Authority}", "--cluster.listen-address=", "--log.level=warn"], cancel);
    }
}
