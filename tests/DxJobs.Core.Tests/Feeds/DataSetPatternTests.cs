using CsCheck;
using DxJobs.Core.Feeds;

namespace DxJobs.Core.Tests.Feeds;

public sealed class DataSetPatternTests
{
    [Theory]
    [InlineData("Daily prices*", "Daily prices", true)]
    [InlineData("Daily prices*", "Daily prices EU", true)]
    [InlineData("Daily prices*", "My Daily prices", false)]
    [InlineData("*prices", "Daily prices", true)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("*a*b*", "xxbxxaxx", false)]
    [InlineData("?aily", "Daily", true)]
    [InlineData("?aily", "aily", false)]
    [InlineData("daily", "Daily", false)]
    [InlineData("*", "", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a**", "a", true)]
    public void Names_match_by_wildcards(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new DataSetPattern(pattern).Matches("id", name));

    [Fact]
    public void Equals_the_plain_recursive_definition() =>
        Gen.Select(Text("ab*?"), Text("ab")).Sample((pattern, name) =>
            Assert.Equal(Plain(pattern, name), new DataSetPattern(pattern).Matches("id", name)));

    [Fact]
    public void An_id_matches_the_id_only()
    {
        const string id = "0123456789abcdef0123456789abcdef";
        Assert.True(new DataSetPattern(id).Matches(id, null));
        Assert.False(new DataSetPattern(id).Matches("other", id));
    }

    private static Gen<string> Text(string letters) => Gen.Int[0, letters.Length - 1].Array[0, 8].Select(picks => string.Concat(picks.Select(i => letters[i])));

    private static bool Plain(string pattern, string text) =>
        pattern.Length == 0 ? text.Length == 0
        : pattern[0] == '*' ? Plain(pattern[1..], text) || (text.Length > 0 && Plain(pattern, text[1..]))
        : text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && Plain(pattern[1..], text[1..]);
}
