namespace DxJobs.Exporter.Polling;

/// <summary>The places for polls at the same time, given out in the order of asking. How many there are may change at any time.</summary>
internal sealed class PollSlots(Func<int> capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _taken;

    /// <summary>Waits for a place; to be given back by disposing what is returned.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> node;
        lock (_lock)
        {
            node = _waiting.AddLast(turn);
            GiveOut();
        }

        try
        {
            await turn.Task.WaitAsync(cancellation);
            return new Slot(this);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (turn.Task.IsCompleted)
                {
                    _taken--;
                }
                else
                {
                    _waiting.Remove(node);
                }

                GiveOut();
            }

            throw;
        }
    }

    private void GiveOut()
    {
        while (_waiting.First is { } first && _taken < capacity())
        {
            _waiting.RemoveFirst();
            _taken++;
            first.Value.SetResult();
        }
    }

    private void GiveBack()
    {
        lock (_lock)
        {
            _taken--;
            GiveOut();
        }
    }

    private sealed class Slot(PollSlots slots) : IDisposable
    {
        private PollSlots? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.GiveBack();
    }
}
