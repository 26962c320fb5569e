namespace DxJobs.Exporter.Web.Settings;

/// <summary>What is asked of a client's certificate; the names are those of <c>client_auth_type</c>.</summary>
internal enum ClientAuth
{
    /// <summary>None is asked for.</summary>
    NoClientCert,

    /// <summary>One is asked for, and anything is accepted, nothing included.</summary>
    RequestClientCert,

    /// <summary>There must be one, whoever signed it.</summary>
    RequireAnyClientCert,

    /// <summary>If there is one, <c>client_ca_file</c> must have signed it.</summary>
    VerifyClientCertIfGiven,

    /// <summary>There must be one, signed by <c>client_ca_file</c>.</summary>
    RequireAndVerifyClientCert,
}
