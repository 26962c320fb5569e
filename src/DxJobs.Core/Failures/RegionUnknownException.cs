namespace DxJobs.Core.Failures;

/// <summary>A target cannot be polled because the source of its region could not be reached yet.</summary>
internal sealed class RegionUnknownException(string reason) : Exception($"the region is not known yet: {reason}")
{
    /// <summary>What to do about it.</summary>
    public static string Hint => "it is looked up again every few seconds; or set the target's region, or AWS_REGION";
}
