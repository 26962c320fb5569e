using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>A key of values.yaml.</summary>
/// <param name="Path">Its keys from the root on.</param>
/// <param name="Comment">What the comment above it says; empty for none.</param>
/// <param name="Default">What it is set to.</param>
/// <param name="IsGroup">Whether it only holds other values, each with its own comment.</param>
internal sealed record ValueEntry(IReadOnlyList<string> Path, string Comment, YamlNode Default, bool IsGroup)
{
    /// <summary>The path as <c>--set</c> takes it.</summary>
    public string Name => string.Join('.', Path);
}
