using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>From text to the root of a document; never further than a configuration can sensibly go.</summary>
internal static class YamlDocumentReader
{
    private const int MaxDepth = 16;

    /// <summary>The root section; null when the text is empty or no YAML, the latter with a problem.</summary>
    public static YamlSection? Read(string text, List<WebConfigProblem> problems)
    {
        try
        {
            if (TooDeep(text) is { } line)
            {
                problems.Add(new WebConfigProblem(line, "", $"nested more than {MaxDepth} levels deep"));
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return Root(stream, problems);
        }
        catch (YamlException e)
        {
            problems.Add(new WebConfigProblem((int)Math.Clamp(e.Start.Line, 1, text.Count('\n') + 1), "", "not valid YAML: " + FirstLine(e)));
            return null;
        }
    }

    private static YamlSection? Root(YamlStream stream, List<WebConfigProblem> problems)
    {
        switch (stream.Documents)
        {
            case []:
                return null;
            case [{ RootNode: YamlScalarNode scalar }] when YamlSection.IsNull(scalar):
                return null;
            case [{ RootNode: YamlMappingNode root }]:
                return new YamlSection("", root, problems);
            case [var only]:
                problems.Add(new WebConfigProblem(YamlSection.Line(only.RootNode), "", "must be sections such as tls_server_config and basic_auth_users"));
                return null;
            default:
                problems.Add(new WebConfigProblem(YamlSection.Line(stream.Documents[1].RootNode), "", "a second document begins here; there must be one"));
                return null;
        }
    }

    /// <summary>The reader of nodes calls itself for every level, the parser does not: so the parser looks first.</summary>
    private static int? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                return (int)parser.Current.Start.Line;
            }
        }

        return null;
    }

    /// <summary>The parser's words without its position, which is said in our own way.</summary>
    private static string FirstLine(YamlException e)
    {
        var words = (e.InnerException ?? e).Message;
        var end = words.IndexOfAny(['\r', '\n']);
        return end < 0 ? words : words[..end];
    }
}
