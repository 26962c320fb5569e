namespace Amazon.DataExchange.Model;

/// <summary>AWS Lake Formation tag policy for tables.</summary>
public class TableLFTagPolicyAndPermissions
{
    /// <summary>Tag conditions.</summary>
    public List<LFTag>? Expression { get; set; }

    /// <summary>Permissions granted to subscribers.</summary>
    public List<TableTagPolicyLFPermission>? Permissions { get; set; }
}
