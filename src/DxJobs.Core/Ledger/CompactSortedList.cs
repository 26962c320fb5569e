namespace DxJobs.Core.Ledger;

/// <summary>
/// Values in order, duplicates included, in little more than their own size. Adding at the end and removing at the start are cheap, as
/// times come and go in a ledger; a listing adds them from the newest to the oldest, and they are sorted once, when they are next read.
/// </summary>
internal sealed class CompactSortedList<T>
    where T : struct, IComparable<T>
{
    private T[] _values = [];
    private int _start;
    private int _count;
    private bool _unsorted;

    /// <summary>The number of values.</summary>
    public int Count => _count;

    /// <summary>The values, ascending. Valid until the next change.</summary>
    public ReadOnlySpan<T> Values
    {
        get
        {
            EnsureSorted();
            return _values.AsSpan(_start, _count);
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(T value)
    {
        if (_start + _count == _values.Length)
        {
            MakeRoom();
        }

        _unsorted |= _count > 0 && value.CompareTo(_values[_start + _count - 1]) < 0;
        _values[_start + _count++] = value;
    }

    /// <summary>Removes one of the values equal to this one, if there are any.</summary>
    public void Remove(T value)
    {
        var index = IndexOf(value);
        if (index < 0)
        {
            return;
        }

        if (index < _count / 2)
        {
            Array.Copy(_values, _start, _values, _start + 1, index);
            _start++;
        }
        else
        {
            Array.Copy(_values, _start + index + 1, _values, _start + index, _count - index - 1);
        }

        _count--;
    }

    private int IndexOf(T value)
    {
        var values = _values.AsSpan(_start, _count);
        if (!_unsorted)
        {
            return values.BinarySearch(value);
        }

        for (var i = values.Length - 1; i >= 0; i--)
        {
            if (values[i].CompareTo(value) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private void EnsureSorted()
    {
        if (!_unsorted)
        {
            return;
        }

        _values.AsSpan(_start, _count).Sort();
        _unsorted = false;
        if (_values.Length - _count > (_count / 8) + 4)
        {
            Resize(_count);
        }
    }

    /// <summary>A quarter more; the room of values removed at the start is used first.</summary>
    private void MakeRoom() => Resize(Math.Max(_count + 1 + (_count / 4), 1));

    private void Resize(int capacity)
    {
        var values = new T[capacity];
        Array.Copy(_values, _start, values, 0, _count);
        (_values, _start) = (values, 0);
    }
}
