using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace DxJobs.Exporter.Targets;

/// <summary>The temporary credentials of a role, renewed some minutes before they expire. One for all regions of an account.</summary>
internal sealed partial class AssumedRole : RefreshingAWSCredentials
{
    private readonly Target _target;
    private readonly AmazonSecurityTokenServiceClient _sts;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="target">Whose role; its region's STS is asked.</param>
    /// <param name="source">Who assumes the role; null for the SDK's own chain.</param>
    public AssumedRole(Target target, AWSCredentials? source)
    {
        _target = target;
        _sts = Sts.Client(source, target.Region);
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        try
        {
            var answer = await _sts.AssumeRoleAsync(new AssumeRoleRequest
            {
                RoleArn = _target.RoleArn,
                ExternalId = _target.ExternalId,
                RoleSessionName = SessionName(_target.Name),
            });
            return new CredentialsRefreshState(answer.Credentials.GetCredentials(), answer.Credentials.Expiration!.Value.ToUniversalTime());
        }
        catch (Exception e)
        {
            throw new CredentialsException($"the role {_target.RoleArn} can't be assumed", e);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sts.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Who it was in CloudTrail; STS allows 2 to 64 of these characters.</summary>
    internal static string SessionName(string target)
    {
        var name = "dxjobs-exporter-" + NotAllowed().Replace(target, "-");
        return name.Length <= 64 ? name : name[..64];
    }

    [GeneratedRegex("[^A-Za-z0-9_=,.@-]")]
    private static partial Regex NotAllowed();
}
