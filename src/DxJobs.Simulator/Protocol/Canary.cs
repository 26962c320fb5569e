namespace DxJobs.Simulator.Protocol;

/// <summary>Marker contained in every secret of a response.</summary>
internal static class Canary
{
    public const string Text = "CANARY-5ec7e7-d0-n0t-k33p";
}
