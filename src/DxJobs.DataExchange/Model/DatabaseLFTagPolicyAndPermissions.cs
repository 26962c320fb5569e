namespace Amazon.DataExchange.Model;

/// <summary>AWS Lake Formation tag policy for databases.</summary>
public class DatabaseLFTagPolicyAndPermissions
{
    /// <summary>Tag conditions.</summary>
    public List<LFTag>? Expression { get; set; }

    /// <summary>Permissions granted to subscribers.</summary>
    public List<DatabaseLFTagPolicyPermission>? Permissions { get; set; }
}
