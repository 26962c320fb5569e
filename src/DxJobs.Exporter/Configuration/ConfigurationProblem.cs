using DxJobs.Core.Utilities;
using DxJobs.Exporter.Redaction;

namespace DxJobs.Exporter.Configuration;

/// <summary>Something in the configuration that must be changed before it can be used.</summary>
/// <param name="Source">The file, or the environment variable.</param>
/// <param name="Line">The line of the file, from 1; null for the environment.</param>
/// <param name="Key">The key's path, such as <c>targets[0].role_arn</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record ConfigurationProblem(string Source, int? Line, string Key, string Message)
{
    /// <summary>As people read it: <c>config.yaml:3: poll.interval: …</c>.</summary>
    public override string ToString() =>
        ControlCharacters.Replace(Redactor.WithoutUserInfo(string.Concat(Source, Line is null ? "" : $":{Line}", Key.Length == 0 ? "" : $": {Key}", ": ", Message)));
}
