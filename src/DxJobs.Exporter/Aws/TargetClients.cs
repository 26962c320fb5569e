using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Profiles;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws;

/// <summary>Makes the clients of targets. Those of one account share their credentials, and all of them their connections.</summary>
internal sealed class TargetClients(TargetCredentials credentials)
{
    /// <summary>The most that one HTTP attempt may take, whatever time the poll has.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(20);

    /// <summary>Makes one. What is wrong with its credentials shows at its first call, not here.</summary>
    /// <param name="target">The target.</param>
    /// <param name="pollTimeout">The time of a whole poll.</param>
    /// <param name="serverClock">Is told the time of each answer.</param>
    /// <exception cref="Amazon.Runtime.AmazonClientException">The endpoint that the environment or the profile names makes no sense.</exception>
    public TargetClient Open(Target target, TimeSpan pollTimeout, ServerClock serverClock)
    {
        // The SDK refuses files with a damaged line whenever a client is made, in words that quote the line.
        if (AwsProfileFiles.Read().Problems is [var problem, ..])
        {
            throw new CredentialsException(problem.ToString(), "correct the line; the AWS SDK reads none of the file before", null, isLocal: true);
        }

        var config = ClientSettings.For(target, pollTimeout < LongestAttempt ? pollTimeout : LongestAttempt);
        var lease = credentials.Acquire(target);
        try
        {
            return new TargetClient(config, lease, serverClock);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
