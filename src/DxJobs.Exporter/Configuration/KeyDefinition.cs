using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Configuration;

/// <summary>A key of the configuration: what it means, its unit, default and range, said once. Checks, reference and schema come from here.</summary>
/// <param name="Path">The path; <c>[]</c> stands for any place in a list.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
internal sealed record KeyDefinition(string Path, KeyKind Kind, string Meaning)
{
    /// <summary>The value when it is not given, as one would write it; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>The least value, as one would write it.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest value, as one would write it.</summary>
    public string? Max { get; init; }

    /// <summary>What a text must look like.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The same in words: "must be …".</summary>
    public string? PatternWords { get; init; }

    /// <summary>A value to show.</summary>
    public string? Example { get; init; }

    /// <summary>The path without places in lists.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}
