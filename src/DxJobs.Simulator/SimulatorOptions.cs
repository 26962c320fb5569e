using DxJobs.Simulator.Faults;

namespace DxJobs.Simulator;

/// <summary>What a simulated account is to be like.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Where to listen: an address and a port, 0 for any free one. Default 127.0.0.1:0.</summary>
    public string Listen { get; init; } = "127.0.0.1:0";

    /// <summary>Jobs of the 90 days before the start; later ones come at the same pace. 0 to 5,000,000; default 10,000.</summary>
    public int Jobs { get; init; } = 10_000;

    /// <summary>The same seed, the same options and the same clock make the same history.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Simulated seconds a second, over 0. Default 1.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>What goes wrong on purpose.</summary>
    public SimulatorFaults Faults { get; init; } = SimulatorFaults.None;

    /// <summary>The account, twelve digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The region in the ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Whether life goes on after the start; else there is the history alone, and time stands still.</summary>
    public bool Alive { get; init; } = true;
}
