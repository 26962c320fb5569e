namespace DxJobs.Core.Ledger;

/// <summary>
/// The jobs by CreatedAt, oldest first, and an index by key: 40 bytes a job and 4 to 11 for the index. Jobs come in cheaply at
/// both ends (a listing is read from the newest to the oldest, later arrivals are newer still), and leave cheaply at the old end.
/// In the middle both cost moving the jobs on the shorter side.
/// </summary>
internal sealed class JobTable
{
    private const int ChunkSize = 4096;

    /// <summary>Chunks cover consecutive positions; the first begins at <see cref="_base"/>.</summary>
    private readonly List<JobRecord[]> _chunks = [];
    private readonly JobIndex _index;

    /// <summary>Position of the first chunk's first place. Positions are absolute, so that the index stays true when jobs leave.</summary>
    private int _base;
    private int _first;
    private int _end;

    public JobTable() => _index = new JobIndex(this);

    /// <summary>The number of jobs.</summary>
    public int Count => _end - _first;

    /// <summary>The job at a rank: 0 is the oldest.</summary>
    public ref JobRecord this[int rank] => ref At(_first + rank);

    /// <summary>The rank of a job, or −1.</summary>
    public int RankOf(JobKey key)
    {
        var position = _index.Find(key);
        return position == JobIndex.None ? -1 : position - _first;
    }

    /// <summary>Takes a job in that is not there yet, at its place by CreatedAt.</summary>
    public void Add(in JobRecord job)
    {
        if (Count == 0 || job.CreatedAt >= this[Count - 1].CreatedAt)
        {
            PlaceAtEnd(job);
        }
        else if (job.CreatedAt <= this[0].CreatedAt)
        {
            PlaceAtStart(job);
        }
        else
        {
            Insert(RankAfter(job.CreatedAt), job);
        }
    }

    /// <summary>Lets a job go.</summary>
    public void RemoveAt(int rank)
    {
        _index.Remove(this[rank].Key);
        if (rank < Count / 2)
        {
            for (var r = rank; r > 0; r--)
            {
                Move(from: r - 1, to: r);
            }

            _first++;
        }
        else
        {
            for (var r = rank; r < Count - 1; r++)
            {
                Move(from: r + 1, to: r);
            }

            _end--;
        }

        FreeEmptyChunks();
    }

    /// <summary>The key at an absolute position, for the index.</summary>
    internal ref readonly JobKey KeyAt(int position) => ref At(position).Key;

    private ref JobRecord At(int position) => ref _chunks[(position - _base) / ChunkSize][(position - _base) % ChunkSize];

    private void PlaceAtEnd(in JobRecord job)
    {
        ExtendEnd();
        this[Count - 1] = job;
        _index.Add(job.Key, _end - 1);
    }

    private void PlaceAtStart(in JobRecord job)
    {
        ExtendStart();
        this[0] = job;
        _index.Add(job.Key, _first);
    }

    /// <summary>The index learns of the job last: while others move, each of its entries must point at its own key.</summary>
    private void Insert(int rank, in JobRecord job)
    {
        if (rank < Count / 2)
        {
            ExtendStart();
            for (var r = 0; r < rank; r++)
            {
                Move(from: r + 1, to: r);
            }
        }
        else
        {
            ExtendEnd();
            for (var r = Count - 1; r > rank; r--)
            {
                Move(from: r - 1, to: r);
            }
        }

        this[rank] = job;
        _index.Add(job.Key, _first + rank);
    }

    private void ExtendEnd()
    {
        if (_end - _base == _chunks.Count * ChunkSize)
        {
            _chunks.Add(new JobRecord[ChunkSize]);
        }

        _end++;
    }

    private void ExtendStart()
    {
        if (_first == _base)
        {
            _chunks.Insert(0, new JobRecord[ChunkSize]);
            _base -= ChunkSize;
        }

        _first--;
    }

    private void Move(int from, int to)
    {
        this[to] = this[from];
        _index.Update(this[to].Key, _first + to);
    }

    /// <summary>The first rank whose job is newer than a time.</summary>
    private int RankAfter(long createdAt)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].CreatedAt <= createdAt)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void FreeEmptyChunks()
    {
        while (_chunks.Count > 0 && _first - _base >= ChunkSize)
        {
            _chunks.RemoveAt(0);
            _base += ChunkSize;
        }

        while (_chunks.Count > 0 && _chunks.Count * ChunkSize - (_end - _base) >= 2 * ChunkSize)
        {
            _chunks.RemoveAt(_chunks.Count - 1);
        }
    }
}
