namespace DxJobs.Simulator;

/// <summary>The access key of AWS's own examples. Requests signed with it have their signature checked; of other keys nobody knows the secret.</summary>
public static class SimulatorCredentials
{
    /// <summary>The access key id.</summary>
    public const string AccessKeyId = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>The secret access key.</summary>
    public const string SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
}
