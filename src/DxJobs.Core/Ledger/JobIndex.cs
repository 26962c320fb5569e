using System.Numerics;

namespace DxJobs.Core.Ledger;

/// <summary>
/// Positions of jobs by key: open addressing with linear probing over bare positions, the keys themselves being in the table.
/// A Dictionary would take five times the room, more than the jobs themselves.
/// </summary>
internal sealed class JobIndex(JobTable table)
{
    /// <summary>The position of a key that is not there.</summary>
    public const int None = int.MinValue;

    private int[] _slots = EmptySlots(16);
    private int _count;

    /// <summary>The position of a key, or <see cref="None"/>.</summary>
    public int Find(JobKey key) => _slots[SlotOf(key)];

    /// <summary>Takes in a key that is not there yet; the job must be in the table already.</summary>
    public void Add(JobKey key, int position)
    {
        if (++_count > _slots.Length / 4 * 3)
        {
            Grow();
        }

        _slots[SlotOf(key)] = position;
    }

    /// <summary>Says where a job is that has been copied to another position; its old position still holds it.</summary>
    public void Update(JobKey key, int position) => _slots[SlotOf(key)] = position;

    /// <summary>Lets a key go, while its job is still in the table; closes the gap so that probing needs no tombstones.</summary>
    public void Remove(JobKey key)
    {
        var mask = _slots.Length - 1;
        var gap = SlotOf(key);
        _slots[gap] = None;
        _count--;
        for (var next = (gap + 1) & mask; _slots[next] != None; next = (next + 1) & mask)
        {
            var home = HomeOf(table.KeyAt(_slots[next]));
            if (((next - home) & mask) >= ((next - gap) & mask))
            {
                _slots[gap] = _slots[next];
                _slots[next] = None;
                gap = next;
            }
        }
    }

    private static int[] EmptySlots(int length)
    {
        var slots = GC.AllocateUninitializedArray<int>(length);
        Array.Fill(slots, None);
        return slots;
    }

    /// <summary>Ids can share digits at either end, so all of the key decides (the upper bits of a product with the golden ratio).</summary>
    private int HomeOf(in JobKey key)
    {
        // Ids that count upwards differ in the highest bits only, which a multiplication alone would not bring down.
        var bits = key.Low ^ BitOperations.RotateLeft(key.High, 32);
        bits = (bits ^ (bits >> 32)) * 0x9E3779B97F4A7C15;
        return (int)(bits >> 32) & (_slots.Length - 1);
    }

    /// <summary>The slot that holds the key, or the free one where it would go.</summary>
    private int SlotOf(in JobKey key)
    {
        var slot = HomeOf(key);
        while (_slots[slot] != None && table.KeyAt(_slots[slot]) != key)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = EmptySlots(old.Length * 2);
        foreach (var position in old)
        {
            if (position != None)
            {
                _slots[SlotOf(table.KeyAt(position))] = position;
            }
        }
    }
}
