using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Configuration;

/// <summary>From text to the root of the one document that a file of ours holds; never further than a configuration can sensibly go.</summary>
internal static class YamlText
{
    /// <summary>The most levels of a document.</summary>
    public const int MaxDepth = 16;

    /// <summary>Reads a text: its root, null when it is empty; or what is wrong, and in which line.</summary>
    public static (YamlNode? Root, int Line, string? Problem) Read(string text)
    {
        try
        {
            if (LineTooDeep(text) is { } line)
            {
                return (null, line, $"nested more than {MaxDepth} levels deep");
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents switch
            {
                [] => (null, 1, null),
                [var only] => IsNull(only.RootNode) ? (null, 1, null) : (only.RootNode, LineOf(only.RootNode), null),
                _ => (null, LineOf(stream.Documents[1].RootNode), "a second document begins here; there must be one"),
            };
        }
        catch (YamlException e)
        {
            if (LineWithTab(text, e) is { } tabbed)
            {
                return (null, tabbed, "not valid YAML: the line is indented with a tab; use spaces");
            }

            var words = (e.InnerException ?? e).Message;
            var end = words.IndexOfAny(['\r', '\n']);
            return (null, (int)Math.Clamp(e.Start.Line, 1, text.Count('\n') + 1), "not valid YAML: " + (end < 0 ? words : words[..end]));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser's own slips over text that is no YAML either way; it knows no line then.
            return (null, 1, "not valid YAML");
        }
    }

    /// <summary>A node's line.</summary>
    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>Whether a plain scalar says nothing: absent value, <c>~</c> or <c>null</c>.</summary>
    public static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>A boolean as YAML 1.1 spells it, which is what other exporters read; null if it is none.</summary>
    public static bool? ToBoolean(string text) => text switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N" => false,
        _ => null,
    };

    /// <summary>Where a tab indents what the parser stumbled over: it names the line where it began to read, and that is another one.</summary>
    private static int? LineWithTab(string text, YamlException e)
    {
        var lines = text.Split('\n');
        for (var line = Math.Max(1, e.Start.Line); line <= e.End.Line + 1 && line <= lines.Length; line++)
        {
            var content = lines[line - 1].TrimEnd();
            if (content[..^content.TrimStart().Length].Contains('\t', StringComparison.Ordinal))
            {
                return (int)line;
            }
        }

        return null;
    }

    /// <summary>The reader of nodes calls itself for every level, the parser does not: so the parser looks first.</summary>
    private static int? LineTooDeep(string text)
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
}
