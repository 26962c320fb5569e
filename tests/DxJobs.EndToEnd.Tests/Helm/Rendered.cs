using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>What the chart makes of values.</summary>
internal sealed class Rendered(string text)
{
    /// <summary>As helm wrote it.</summary>
    public string Text => text;

    /// <summary>All objects.</summary>
    public IReadOnlyList<YamlNode> Manifests { get; } = Yaml.Documents(text);

    /// <summary>The Deployment or StatefulSet.</summary>
    public YamlNode Workload => Manifests.Single(m => m.Text("kind") is "Deployment" or "StatefulSet");

    /// <summary>The exporter's pods.</summary>
    public YamlNode Pod => Workload.Find("spec", "template")!;

    /// <summary>The exporter's container.</summary>
    public YamlNode Container => Assert.Single(Pod.Items("spec", "containers"), c => c.Text("name") == "exporter");

    /// <summary>The pod of <c>helm test</c>.</summary>
    public YamlNode TestPod => One("Pod");

    /// <summary>All pods.</summary>
    public IReadOnlyList<YamlNode> Pods => [Pod, TestPod];

    /// <summary>The objects of a kind.</summary>
    public IReadOnlyList<YamlNode> All(string kind) => [.. Manifests.Where(m => m.Text("kind") == kind)];

    /// <summary>The only object of a kind.</summary>
    public YamlNode One(string kind) => Assert.Single(All(kind));

    /// <summary>The exporter's configuration file.</summary>
    public string Configuration => 
        All("ConfigMap").Select(m => m.Text("data", "config.yaml")).Concat(All("Secret").Select(m => m.Text("stringData", "config.yaml"))).Single(text => text is not null)!;
}
