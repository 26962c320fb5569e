namespace Amazon.DataExchange.Model;

/// <summary>An AWS Lake Formation tag condition.</summary>
public class LFTag
{
    /// <summary>Tag key.</summary>
    public string? TagKey { get; set; }

    /// <summary>Tag values.</summary>
    public List<string>? TagValues { get; set; }
}
