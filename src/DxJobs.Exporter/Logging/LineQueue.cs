using System.Threading.Channels;

namespace DxJobs.Exporter.Logging;

/// <summary>
/// Lines on their way to a writer that may be slow or stuck (a full pipe): whoever logs never waits. Lines beyond the limit
/// are dropped, and their number is told as soon as there is room again.
/// </summary>
internal sealed class LineQueue : IDisposable
{
    /// <summary>Lines that wait, at the most.</summary>
    public const int Limit = 8192;

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines;
    private readonly TextWriter _writer;
    private readonly Func<long, string> _droppedLine;
    private readonly Task _writing;
    private long _dropped;

    /// <summary>Starts writing.</summary>
    /// <param name="writer">Where to; only ever used by one thread.</param>
    /// <param name="droppedLine">The line that says how many were dropped.</param>
    public LineQueue(TextWriter writer, Func<long, string> droppedLine)
    {
        _writer = writer;
        _droppedLine = droppedLine;
        _lines = Channel.CreateBounded<string>(
            new BoundedChannelOptions(Limit) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => Interlocked.Increment(ref _dropped));
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Hands a line over.</summary>
    public void Add(string line) => _lines.Writer.TryWrite(line);

    /// <summary>Writes what is left, unless that takes longer than a second.</summary>
    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writing.Wait(DrainLimit);
    }

    private void Write()
    {
        try
        {
            while (_lines.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (_lines.Reader.TryRead(out var line))
                {
                    _writer.Write(line);
                }

                if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                {
                    _writer.Write(_droppedLine(dropped));
                }

                _writer.Flush();
            }
        }
        catch (IOException)
        {
            // Nobody reads standard error any more; there is nowhere to say so.
        }
    }
}
