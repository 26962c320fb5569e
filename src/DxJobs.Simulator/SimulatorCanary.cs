namespace DxJobs.Simulator;

/// <summary>A text in everything that is secret in AWS's answers: whoever finds it elsewhere has found a leak.</summary>
public static class SimulatorCanary
{
    /// <summary>The text.</summary>
    public const string Text = "CANARY-5ec7e7-d0-n0t-k33p";
}
