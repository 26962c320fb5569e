using DxJobs.Core.Failures;

namespace DxJobs.Core.Ledger;

/// <summary>Numbers for the few texts that many jobs share. A text keeps its number as long as the table lives.</summary>
/// <param name="what">What the texts are, for the message when there are too many.</param>
/// <param name="limit">The most distinct texts: an answer with more is not one of AWS's.</param>
internal sealed class SymbolTable(string what, int limit)
{
    /// <summary>The longest text that AWS could mean.</summary>
    public const int MaxTextLength = 512;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _texts = [];

    /// <summary>The texts, by number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The text of a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, a new one if need be.</summary>
    /// <exception cref="MalformedResponseException">There are more distinct texts, or longer ones, than AWS could mean.</exception>
    public int NumberOf(string text)
    {
        if (_numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        if (_texts.Count == limit || text.Length > MaxTextLength)
        {
            throw new MalformedResponseException($"the list holds more than {limit} distinct values of {what}, or one longer than {MaxTextLength} characters");
        }

        _texts.Add(text);
        _numbers.Add(text, _texts.Count - 1);
        return _texts.Count - 1;
    }
}
