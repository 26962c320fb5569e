namespace DxJobs.Simulator.Signing;

/// <summary>The access key of AWS's documentation, the only one whose signatures are verified.</summary>
internal static class ExampleAccessKey
{
    public const string Id = "AKIAIOSFODNN7EXAMPLE";

    public const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
}
