using System.Net;
using CsCheck;
using DxJobs.Exporter.Web.Page;

namespace DxJobs.Exporter.Tests.Web.Page;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("iframe")]
    [InlineData("p onload")]
    public void Refuses_elements_that_have_no_place_on_a_page(string name) => Assert.Throws<ArgumentException>(() => new HtmlWriter().TextElement(name, "text"));

    [Theory]
    [InlineData("onclick")]
    [InlineData("style")]
    [InlineData("src")]
    [InlineData("class=x onload")]
    public void Refuses_attributes_that_have_no_place_on_a_page(string name) => Assert.Throws<ArgumentException>(() => new HtmlWriter().TextElement("p", "text", (name, "1")));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/metrics")]
    public void Refuses_links_that_leave(string href) => Assert.Throws<ArgumentException>(() => new HtmlWriter().TextElement("a", "text", ("href", href)));

    [Fact]
    public void Refuses_to_finish_while_an_element_is_open()
    {
        var html = new HtmlWriter();
        _ = html.Element("p");
        Assert.Throws<InvalidOperationException>(() => html.Finish());
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_and_brings_no_markup_with_it()
    {
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["<>\"'&/= abonscript"], 0, 40]);
        Gen.Select(text, text).Sample((body, attribute) =>
        {
            var page = new HtmlWriter().TextElement("p", body, ("title", "t" + attribute)).Finish();
            var inside = page["<!doctype html>\n<p title=\"".Length..^"</p>\n".Length];
            var cut = inside.IndexOf("\">", StringComparison.Ordinal);
            Assert.DoesNotContain('<', inside);
            Assert.Equal("t" + Wellformed(attribute), WebUtility.HtmlDecode(inside[..cut]));
            Assert.Equal(Wellformed(body), WebUtility.HtmlDecode(inside[(cut + 2)..]));
        });
    }

    /// <summary>Half a surrogate pair is no character; it becomes the replacement character.</summary>
    private static string Wellformed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
