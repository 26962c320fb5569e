using DxJobs.Simulator.Signing;

namespace DxJobs.Simulator;

/// <summary>The access key of AWS's documentation. Its signatures are verified; those of any other key are accepted.</summary>
public static class SimulatorCredentials
{
    /// <summary>Access key id.</summary>
    public const string AccessKeyId = ExampleAccessKey.Id;

    /// <summary>Secret access key.</summary>
    public const string SecretAccessKey = ExampleAccessKey.Secret;
}
