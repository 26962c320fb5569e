namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>An alert as the rule file says it.</summary>
internal sealed record AlertRule(string Name, string Expression, string? For, string Severity, IReadOnlyDictionary<string, string> Annotations)
{
    /// <summary>Its tests, relative to the repository.</summary>
    public string TestFile => $"alerts/tests/{Name}.test.yaml";

    /// <summary>Its runbook, relative to the repository.</summary>
    public string Runbook => $"docs/runbooks/{Name}.md";
}
