namespace DxJobs.Exporter.Profiles;

/// <summary>
/// What is wrong with a profile before it is used: the AWS SDK reports these conditions late, in words that quote the files, or as a call that
/// AWS refuses. The messages name file, line, profile and key.
/// </summary>
internal static class ProfileCheck
{
    private const string ListHint = "see 'aws configure list-profiles'; AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE set the files, by default in ~/.aws";

    private const int MaxChain = 16;

    private static readonly string[] Sources =
        ["aws_access_key_id", "aws_secret_access_key", "role_arn", "credential_process", "sso_session", "sso_start_url", "sso_account_id", "web_identity_token_file", "login_session"];

    /// <summary>The first thing that is wrong, and what to do about it; null if nothing is.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="files">The AWS configuration files.</param>
    /// <param name="required">Whether the profile has to exist: it was named by the target or by AWS_PROFILE.</param>
    public static (string Error, string? Hint)? Find(string name, AwsProfileFiles files, bool required)
    {
        if (files.Problems.Count > 0)
        {
            return (files.Problems[0].ToString(), "correct the line; the AWS SDK reads none of the file before");
        }

        return files.Profile(name) is null && !required ? null : Chain(name, files);
    }

    private static (string Error, string? Hint)? Chain(string first, AwsProfileFiles files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var name = first;
        AwsProfile? referring = null;
        while (true)
        {
            if (files.Profile(name) is not { } profile)
            {
                return referring is null
                    ? ($"there is no profile '{name}' in the AWS configuration files", ListHint)
                    : ($"{referring.Where("source_profile")}: source_profile of profile '{referring.Name}' names profile '{name}', which does not exist", ListHint);
            }

            if (!seen.Add(name) || seen.Count > MaxChain)
            {
                return ($"{profile.Where("source_profile")}: source_profile of profile '{name}' leads back to itself", "remove the cycle of source_profile keys");
            }

            if (Problem(profile, files) is { } problem)
            {
                return problem;
            }

            // A profile may name itself where it has keys of its own.
            if (profile["role_arn"] is null || profile["source_profile"] is not { } next || (next == name && profile["aws_access_key_id"] is not null))
            {
                return null;
            }

            (referring, name) = (profile, next);
        }
    }

    private static (string Error, string? Hint)? Problem(AwsProfile profile, AwsProfileFiles files)
    {
        if (profile["mfa_serial"] is not null && profile["role_arn"] is not null)
        {
            return ($"{profile.Where("mfa_serial")}: profile '{profile.Name}' has mfa_serial, and no one can enter an MFA code here",
                "use a profile without mfa_serial, or a role that a machine may assume");
        }

        if (profile["role_arn"] is not null)
        {
            return Role(profile);
        }

        if (profile["sso_session"] is { } session && files.SsoSession(session) is null)
        {
            return ($"{profile.Where("sso_session")}: sso_session of profile '{profile.Name}' names [sso-session {session}], which does not exist",
                "run 'aws configure sso'");
        }

        if (profile["aws_access_key_id"] is not null && profile["aws_secret_access_key"] is null)
        {
            return Missing(profile, "aws_access_key_id", "aws_secret_access_key");
        }

        return profile["aws_secret_access_key"] is not null && profile["aws_access_key_id"] is null
            ? Missing(profile, "aws_secret_access_key", "aws_access_key_id")
            : profile["web_identity_token_file"] is { } token ? TokenFile(token, $"{profile.Where("web_identity_token_file")}: web_identity_token_file of profile '{profile.Name}'") : null;
    }

    private static (string Error, string? Hint)? Role(AwsProfile profile)
    {
        if (profile["web_identity_token_file"] is { } token)
        {
            return TokenFile(token, $"{profile.Where("web_identity_token_file")}: web_identity_token_file of profile '{profile.Name}'");
        }

        if (profile["source_profile"] is null && profile["credential_source"] is null)
        {
            return ($"{profile.Where("role_arn")}: profile '{profile.Name}' has role_arn and neither source_profile nor credential_source",
                "name the profile, or the source, of the credentials that assume the role");
        }

        if (profile["source_profile"] is not null && profile["credential_source"] is not null)
        {
            return ($"{profile.Where("credential_source")}: profile '{profile.Name}' has both source_profile and credential_source", "remove one of them");
        }

        return profile["credential_source"] is { } source && source is not ("Environment" or "Ec2InstanceMetadata" or "EcsContainer")
            ? ($"{profile.Where("credential_source")}: credential_source of profile '{profile.Name}' is none of Environment, Ec2InstanceMetadata, EcsContainer", null)
            : null;
    }

    /// <summary>What is wrong with a token file; null if it can be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="where">What names it: the start of the message.</param>
    public static (string Error, string? Hint)? TokenFile(string path, string where)
    {
        const string Hint = "check that the service account token is mounted and readable by this user";
        if (!File.Exists(path))
        {
            return ($"{where} names the file {path}, which does not exist", Hint);
        }

        try
        {
            using var file = File.OpenRead(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ($"{where} names the file {path}, which cannot be read", Hint);
        }
    }

    /// <summary>Whether a profile has anything that credentials come from.</summary>
    public static bool HasCredentials(AwsProfile profile) => Sources.Any(key => profile[key] is not null);

    private static (string Error, string? Hint)? Missing(AwsProfile profile, string given, string missing) =>
        ($"{profile.Where(given)}: profile '{profile.Name}' has {given} without {missing}", $"add {missing} to the profile");
}
