using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DxJobs.Exporter.Web.Page;

/// <summary>
/// The only way by which text becomes a page. Every text and attribute value is encoded; there is no raw mode. Elements and attributes
/// outside a short list (scripts, styles, event handlers, forms) cannot be written at all, and links lead nowhere but to this server.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        "html", "head", "title", "meta", "link", "body", "header", "main", "footer", "nav", "section", "h1", "h2", "p", "div", "span",
        "strong", "small", "a", "details", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "time", "code",
        "bdi", "wbr", "svg", "path");

    private static readonly FrozenSet<string> Void = FrozenSet.Create("meta", "link", "wbr");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        "lang", "charset", "name", "content", "rel", "type", "href", "class", "id", "title", "scope", "role", "colspan", "datetime",
        "aria-label", "aria-labelledby", "aria-hidden", "data-label", "viewBox", "preserveAspectRatio", "d", "focusable");

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new("<!doctype html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; disposing what is returned closes it. An attribute whose value is null is left out; one that is empty has no value.</summary>
    /// <exception cref="ArgumentException">The element or an attribute is not on the list, or a link leads elsewhere.</exception>
    public Scope Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        if (Void.Contains(name))
        {
            throw new ArgumentException($"<{name}> cannot hold anything", nameof(name));
        }

        _open.Push(name);
        return new Scope(this, _open.Count);
    }

    /// <summary>Writes an element that holds nothing but text, or nothing at all.</summary>
    /// <inheritdoc cref="Element"/>
    public HtmlWriter TextElement(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        if (!Void.Contains(name))
        {
            Text(text);
            _page.Append("</").Append(name).Append('>');
        }

        return this;
    }

    /// <summary>Writes text, encoded.</summary>
    public HtmlWriter Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _page.Append(Encoder.Encode(text));
        }

        return this;
    }

    /// <summary>The page, once everything is closed.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public string Finish() => _open.Count == 0 ? _page.Append('\n').ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open");

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!Elements.Contains(name))
        {
            throw new ArgumentException($"<{name}> has no place on the page", nameof(name));
        }

        _page.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (!Attributes.Contains(attribute))
            {
                throw new ArgumentException($"the attribute {attribute} has no place on the page", nameof(attributes));
            }

            if (attribute == "href" && value is not null && !IsLocal(value))
            {
                throw new ArgumentException("a link must stay on this server", nameof(attributes));
            }

            Write(attribute, value);
        }

        _page.Append('>');
    }

    private void Write(string attribute, string? value)
    {
        if (value is null)
        {
            return;
        }

        _page.Append(' ').Append(attribute);
        if (value.Length > 0)
        {
            _page.Append("=\"").Append(Encoder.Encode(value)).Append('"');
        }
    }

    /// <summary>Relative, so that the page also works behind a proxy that adds a prefix; never with a scheme or a host.</summary>
    private static bool IsLocal(string href) => href.StartsWith("./", StringComparison.Ordinal) || href.StartsWith('#') || href.StartsWith('?');

    private void Close(int depth)
    {
        if (_open.Count != depth)
        {
            throw new InvalidOperationException($"<{_open.Peek()}> must be closed first");
        }

        _page.Append("</").Append(_open.Pop()).Append('>');
    }

    /// <summary>An open element.</summary>
    internal readonly ref struct Scope(HtmlWriter writer, int depth) : IDisposable
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => writer.Close(depth);
    }
}
