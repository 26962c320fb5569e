using System.Text;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Lines that one thread writes and another reads.</summary>
internal sealed class Lines
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    /// <summary>All of them so far.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Adds one; null is the end of them.</summary>
    public void Add(string? line)
    {
        lock (_lock)
        {
            if (line is not null)
            {
                _text.Append(line).Append('\n');
            }
        }
    }
}
