namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>How a <see cref="FaultyLink"/> is bad.</summary>
internal enum LinkFault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>The connection ends after half of an answer.</summary>
    CutInTheMiddle,

    /// <summary>The connection stays, and nothing comes.</summary>
    Silence,

    /// <summary>An answer comes byte by byte, ten a second.</summary>
    Trickle,

    /// <summary>What comes is not HTTP.</summary>
    Garbage,
}
