namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>A fenced block of code.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">The line of its first line, from 1.</param>
/// <param name="Language">What the fence says: <c>sh</c>, <c>yaml</c>.</param>
/// <param name="Text">What is within, without the fence's indentation.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Text)
{
    /// <summary>Where it is, for test cases and messages.</summary>
    public string Place => $"{Page}:{Line}";
}
