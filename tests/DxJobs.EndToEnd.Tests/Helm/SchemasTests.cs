namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>A check that finds nothing proves nothing unless it finds what is wrong.</summary>
public sealed class SchemasTests
{
    [Theory]
    [InlineData("jobLabel:", "jobLable:", "unknown field /spec/jobLable")]
    [InlineData("enableServiceLinks:", "enableServiceLink:", "unknown field /spec/template/spec/enableServiceLink")]
    [InlineData("keep_firing_for:", "keep_firing:", "/keep_firing\n")]
    [InlineData("periodSeconds: 60", "periodSeconds: often", "livenessProbe/periodSeconds must be integer")]
    [InlineData("apiVersion: policy/v1", "apiVersion: policy/v7", "no schema of policy/v7 PodDisruptionBudget")]
    [InlineData("cidr:", "cird:", "must have required property cidr")]
    public async Task What_is_wrong_is_found(string right, string wrong, string finding)
    {
        var text = (await Chart.RenderAsync("everything-on.yaml")).Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        var run = await Schemas.ValidateAsync(text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(1, run.Status);
        Assert.Contains(finding, run.Output, StringComparison.Ordinal);
    }
}
