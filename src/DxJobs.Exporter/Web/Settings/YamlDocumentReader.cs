using DxJobs.Exporter.Configuration;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>From text to the root section of a web configuration.</summary>
internal static class YamlDocumentReader
{
    /// <summary>The root section; null when the text is empty or no YAML, the latter with a problem.</summary>
    public static YamlSection? Read(string text, List<WebConfigProblem> problems)
    {
        var (root, line, problem) = YamlText.Read(text);
        if (problem is null && root is not null and not YamlMappingNode)
        {
            problem = "must be sections such as tls_server_config and basic_auth_users";
        }

        if (problem is not null)
        {
            problems.Add(new WebConfigProblem(line, "", problem));
            return null;
        }

        return root is YamlMappingNode mapping ? new YamlSection("", mapping, problems) : null;
    }
}
