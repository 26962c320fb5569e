using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator;

/// <summary>Marker contained in every secret of a response: found anywhere else, it reveals a leak.</summary>
public static class SimulatorCanary
{
    /// <summary>The marker.</summary>
    public const string Text = Canary.Text;
}
