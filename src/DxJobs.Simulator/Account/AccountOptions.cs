using DxJobs.Simulator.Feeds;

namespace DxJobs.Simulator.Account;

/// <summary>Properties of a simulated account.</summary>
public record AccountOptions
{
    /// <summary>Background jobs of the 90 days before the start; later ones arrive at the same rate. 0 to 5,000,000.</summary>
    public int Jobs { get; init; } = 10_000;

    /// <summary>Random seed. The same seed, options and start time produce the same history.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Simulated seconds per second, above 0.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Account id, twelve digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Region used in ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Feeds in addition to the background jobs.</summary>
    public Scenario Scenario { get; init; } = new();

    /// <summary>Whether time advances and jobs arrive after the start; otherwise the account consists of its history.</summary>
    public bool Alive { get; init; } = true;
}
