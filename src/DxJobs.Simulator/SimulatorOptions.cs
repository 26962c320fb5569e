using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;

namespace DxJobs.Simulator;

/// <summary>Options of the simulated API.</summary>
public sealed record SimulatorOptions : AccountOptions
{
    /// <summary>Listen address and port; port 0 for any free port.</summary>
    public string Listen { get; init; } = "127.0.0.1:0";

    /// <summary>Faults to inject.</summary>
    public SimulatorFaults Faults { get; init; } = SimulatorFaults.None;
}
