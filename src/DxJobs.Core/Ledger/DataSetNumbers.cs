using DxJobs.Core.Failures;

namespace DxJobs.Core.Ledger;

/// <summary>
/// Numbers for the data sets that jobs bear. Unlike states and types, data sets come and go for as long as an account is used: a number whose
/// last job has gone is given to another data set, or a process that runs for years would hold every one there ever was.
/// </summary>
internal sealed class DataSetNumbers
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<(string Id, int Jobs)> _dataSets = [];
    private readonly Stack<int> _free = [];

    /// <summary>The number of data sets that jobs bear now.</summary>
    public int Count => _numbers.Count;

    /// <summary>The data set of a number.</summary>
    public string this[int number] => _dataSets[number].Id;

    /// <summary>The number of a data set that one more job bears; −1 for none.</summary>
    public int Take(string? id)
    {
        if (id is null)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(id, out var number))
        {
            number = NewNumber();
            _numbers.Add(id, number);
        }

        _dataSets[number] = (id, _dataSets[number].Jobs + 1);
        return number;
    }

    /// <summary>One job less bears a number. True when that was the last one, and the number has no meaning any more.</summary>
    public bool Release(int number)
    {
        if (number < 0)
        {
            return false;
        }

        var (id, jobs) = _dataSets[number];
        if (jobs > 1)
        {
            _dataSets[number] = (id, jobs - 1);
            return false;
        }

        _dataSets[number] = ("", 0);
        _numbers.Remove(id);
        _free.Push(number);
        return true;
    }

    /// <summary>Fails for an id that AWS could not mean.</summary>
    /// <exception cref="MalformedResponseException">It is too long.</exception>
    public static void Check(string? id)
    {
        if (id?.Length > SymbolTable.MaxTextLength)
        {
            throw new MalformedResponseException($"the list holds a DataSetId longer than {SymbolTable.MaxTextLength} characters");
        }
    }

    private int NewNumber()
    {
        if (_free.TryPop(out var number))
        {
            return number;
        }

        _dataSets.Add(("", 0));
        return _dataSets.Count - 1;
    }
}
