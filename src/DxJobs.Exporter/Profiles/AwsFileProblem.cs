namespace DxJobs.Exporter.Profiles;

/// <summary>A line of an AWS configuration or credentials file that cannot be used. Never the content of the line.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record AwsFileProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}: {Message}";
}
