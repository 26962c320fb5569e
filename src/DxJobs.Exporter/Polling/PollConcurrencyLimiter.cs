namespace DxJobs.Exporter.Polling;

/// <summary>
/// The places for polls at the same time, given out in the order of asking. Slow polls have half of them at the most, so that however many
/// targets hang, the others find a place. How many there are may change at any time.
/// </summary>
internal sealed class PollConcurrencyLimiter(Func<int> capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private int _taken;
    private int _takenBySlow;

    /// <summary>Waits for a place; to be given back by disposing what is returned.</summary>
    /// <param name="slow">Whether the poll is expected to keep its place for long.</param>
    /// <param name="cancellation">The end of waiting.</param>
    public async Task<IDisposable> TakeAsync(bool slow, CancellationToken cancellation)
    {
        var waiter = new Waiter(slow);
        LinkedListNode<Waiter> node;
        lock (_lock)
        {
            node = _waiting.AddLast(waiter);
            Dispatch();
        }

        try
        {
            await waiter.Turn.Task.WaitAsync(cancellation);
            return new Slot(this, slow);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (waiter.Turn.Task.IsCompleted)
                {
                    Count(slow, -1);
                }
                else
                {
                    _waiting.Remove(node);
                }

                Dispatch();
            }

            throw;
        }
    }

    private void Dispatch()
    {
        var most = capacity();
        var mostBySlow = Math.Max(1, most / 2);
        for (var node = _waiting.First; node is not null && _taken < most;)
        {
            var (waiter, next) = (node.Value, node.Next);
            if (!waiter.Slow || _takenBySlow < mostBySlow)
            {
                _waiting.Remove(node);
                Count(waiter.Slow, +1);
                waiter.Turn.SetResult();
            }

            node = next;
        }
    }

    private void Release(bool slow)
    {
        lock (_lock)
        {
            Count(slow, -1);
            Dispatch();
        }
    }

    private void Count(bool slow, int change)
    {
        _taken += change;
        _takenBySlow += slow ? change : 0;
    }

    private sealed class Waiter(bool slow)
    {
        public bool Slow => slow;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Slot(PollConcurrencyLimiter slots, bool slow) : IDisposable
    {
        private PollConcurrencyLimiter? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.Release(slow);
    }
}
