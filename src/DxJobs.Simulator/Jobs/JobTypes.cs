namespace DxJobs.Simulator.Jobs;

/// <summary>The nine job types with their share of all jobs and typical duration.</summary>
internal static class JobTypes
{
    /// <summary>Type, share of all jobs in percent, and typical duration.</summary>
    public static readonly (string Type, int Share, TimeSpan TypicalDuration)[] All =
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

    /// <summary>Whether a type reads from a data set; all other types add assets to it.</summary>
    public static bool IsExport(string type) => type.StartsWith("EXPORT_", StringComparison.Ordinal);

    /// <summary>Draws a type by its share.</summary>
    public static string Draw(Random random)
    {
        var draw = random.Next(100);
        foreach (var (type, share, _) in All)
        {
            draw -= share;
            if (draw < 0)
            {
                return type;
            }
        }

        throw new InvalidOperationException("The shares do not add up to 100.");
    }

    /// <summary>Typical duration of a type; one minute for an unknown type.</summary>
    public static TimeSpan TypicalDuration(string type) =>
        Array.Find(All, t => t.Type == type) is { Type: not null } known ? known.TypicalDuration : TimeSpan.FromMinutes(1);
}
