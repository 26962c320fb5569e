namespace DxJobs.Simulator.History;

/// <summary>The nine types of jobs, how often each comes, and how long it takes.</summary>
internal static class JobTypes
{
    /// <summary>Type, its share of all jobs in percent, and its usual duration.</summary>
    public static readonly (string Type, int Share, TimeSpan Usual)[] All =
    [
        ("IMPORT_ASSETS_FROM_S3", 30, TimeSpan.FromMinutes(4)),
        ("EXPORT_REVISIONS_TO_S3", 26, TimeSpan.FromMinutes(12)),
        ("EXPORT_ASSETS_TO_S3", 20, TimeSpan.FromMinutes(6)),
        ("EXPORT_ASSET_TO_SIGNED_URL", 8, TimeSpan.FromSeconds(20)),
        ("IMPORT_ASSET_FROM_SIGNED_URL", 5, TimeSpan.FromMinutes(3)),
        ("IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES", 3, TimeSpan.FromMinutes(2)),
        ("IMPORT_ASSET_FROM_API_GATEWAY_API", 2, TimeSpan.FromMinutes(1)),
        ("CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET", 3, TimeSpan.FromMinutes(5)),
        ("IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY", 3, TimeSpan.FromMinutes(2)),
    ];

    /// <summary>Whether jobs of a type read a data set; all others add to one.</summary>
    public static bool IsExport(string type) => type.StartsWith("EXPORT_", StringComparison.Ordinal);

    /// <summary>Draws a type.</summary>
    public static (string Type, TimeSpan Usual) Draw(Random random)
    {
        var draw = random.Next(100);
        foreach (var (type, share, usual) in All)
        {
            draw -= share;
            if (draw < 0)
            {
                return (type, usual);
            }
        }

        throw new InvalidOperationException("The shares do not sum up to 100.");
    }

    /// <summary>The usual duration of a type; of an unknown one a minute.</summary>
    public static TimeSpan UsualDuration(string type) => Array.Find(All, t => t.Type == type) is { Type: not null } known ? known.Usual : TimeSpan.FromMinutes(1);
}
