namespace DxJobs.Core.Feeds;

/// <summary>Data sets by id, or by name with <c>*</c> (any text) and <c>?</c> (one character). Case-sensitive.</summary>
/// <param name="Text">The id or pattern.</param>
internal sealed record DataSetPattern(string Text)
{
    /// <summary>Whether the text can match names. One that has the form of AWS's ids matches the id only.</summary>
    public bool MatchesNames { get; } = !(Text.Length is >= 30 and <= 40 && Text.All(char.IsAsciiLetterOrDigit));

    /// <summary>Whether a data set matches.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name, if known.</param>
    public bool Matches(string id, string? name) => Text == id || (MatchesNames && name is not null && MatchesGlob(Text, name));

    /// <summary>Returns to the last <c>*</c> where the texts differ: at worst the product of both lengths.</summary>
    private static bool MatchesGlob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
