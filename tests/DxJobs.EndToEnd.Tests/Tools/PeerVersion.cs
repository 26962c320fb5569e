namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>Which release of a peer to test with.</summary>
public enum PeerVersion
{
    /// <summary>The one of this machine's Debian or Ubuntu: Prometheus 2.42, Alertmanager 0.25.</summary>
    Distribution,

    /// <summary>A current one, which eng/peers.sh unpacks: Prometheus 3.5, Alertmanager 0.33.</summary>
    Current,
}
