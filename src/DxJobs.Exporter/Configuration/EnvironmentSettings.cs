using System.Text.RegularExpressions;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>Puts <c>DXJOBS_POLL__INTERVAL</c> and the like over the values of the file.</summary>
internal static partial class EnvironmentSettings
{
    /// <summary>The variables that stand for flags and are not part of the configuration file.</summary>
    public static readonly IReadOnlyList<string> Flags =
        ["DXJOBS_CONFIG__FILE", "DXJOBS_WEB__LISTEN_ADDRESS", "DXJOBS_WEB__TELEMETRY_PATH", "DXJOBS_WEB__CONFIG__FILE", "DXJOBS_LOG__LEVEL", "DXJOBS_LOG__FORMAT"];

    /// <summary>Reads them.</summary>
    public static void Read(IReadOnlyDictionary<string, string> environment, SettingTree tree, List<ConfigurationProblem> problems)
    {
        foreach (var (name, value) in environment.Where(v => IsOurs(v.Key, v.Value)).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var path = name[ConfigurationSources.Prefix.Length..].Replace("__", ".", StringComparison.Ordinal).ToLowerInvariant();
            var generic = SettingTree.Generic(path);
            if (ConfigurationSchema.Find(generic) is not null)
            {
                tree.Clear(path);
                ClearRegionAlias(path, tree);
                tree.Set(path, new Setting(value, name, null));
            }
            else if (ConfigurationSchema.Find(generic + ".[]") is not null)
            {
                tree.Clear(path);
                ClearRegionAlias(path, tree);
                foreach (var (index, item) in value.Split(',', StringSplitOptions.TrimEntries).Index())
                {
                    tree.Set($"{path}.{index}", new Setting(item, name, null));
                }
            }
            else
            {
                problems.Add(new ConfigurationProblem(name, null, "", "there is no such key" + SpellingSuggestion.Suggest(generic, ConfigurationSchema.All.Select(k => k.Path), Variable)));
            }
        }
    }

    private static bool IsOurs(string name, string value) =>
        name.StartsWith(ConfigurationSources.Prefix, StringComparison.Ordinal)
        && !Flags.Contains(name) && !IsServiceLink(name, value);

    /// <summary>A target has region or regions. Whoever sets one by the environment does not want the other one, which the file has.</summary>
    private static void ClearRegionAlias(string path, SettingTree tree)
    {
        if (path.Split('.') is ["targets", var place, ("region" or "regions") and var key, ..])
        {
            tree.Clear($"targets.{place}.{(key == "region" ? "regions" : "region")}", onlyOfTheFile: true);
        }
    }

    private static string Variable(string path) =>
        ConfigurationSources.Prefix + path.Replace(".[]", "__0", StringComparison.Ordinal).Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>
    /// What Kubernetes (and Docker's links before it) puts into every container's environment for a Service whose name begins with
    /// <c>dxjobs</c>, such as <c>DXJOBS_EXPORTER_PORT_10390_TCP_ADDR</c>. Nobody wrote it, so it is nobody's mistake.
    /// </summary>
    private static bool IsServiceLink(string name, string value) =>
        ServiceVariable().IsMatch(name) || (ServicePort().IsMatch(name) && value.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex("^DXJOBS(_[A-Z0-9]+)*_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9]+)*|PORT_[0-9]+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR))$")]
    private static partial Regex ServiceVariable();

    [GeneratedRegex("^DXJOBS(_[A-Z0-9]+)*_PORT(_[0-9]+_(TCP|UDP|SCTP))?$")]
    private static partial Regex ServicePort();
}
