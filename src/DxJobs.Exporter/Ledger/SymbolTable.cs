using DxJobs.Exporter.Paging;

namespace DxJobs.Exporter.Ledger;

/// <summary>Numbers for the few texts that many jobs share. A text keeps its number as long as the table lives.</summary>
/// <param name="what">What the texts are, for the message when there are too many.</param>
/// <param name="limit">The most distinct texts: an answer with more is not one of AWS's.</param>
internal sealed class SymbolTable(string what, int limit)
{
    /// <summary>The longest text that AWS could mean.</summary>
    public const int LongestText = 512;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _texts = [];

    /// <summary>The texts, by number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The text of a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, a new one if need be.</summary>
    /// <exception cref="MalformedAnswerException">There are more distinct texts, or longer ones, than AWS could mean.</exception>
    public int NumberOf(string text)
    {
        if (_numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        if (_texts.Count == limit || text.Length > LongestText)
        {
            throw new MalformedAnswerException($"the list holds more than {limit} distinct values of {what}, or one longer than {LongestText} characters");
        }

        _texts.Add(text);
        _numbers.Add(text, _texts.Count - 1);
        return _texts.Count - 1;
    }
}
