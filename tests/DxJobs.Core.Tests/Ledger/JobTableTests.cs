using CsCheck;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Tests.Ledger;

public class JobTableTests
{
    [Fact]
    public void Behaves_like_a_sorted_list_whatever_is_done_to_it() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 99]).Array[0, 12_000].Sample(
            steps =>
            {
                var table = new JobTable();
                var plain = new Dictionary<JobKey, long>();
                foreach (var (number, what) in steps)
                {
                    var key = JobKey.Of($"{number}");
                    if (table.RankOf(key) is var rank and >= 0)
                    {
                        if (what < 60)
                        {
                            table.RemoveAt(rank);
                            plain.Remove(key);
                        }
                    }
                    else
                    {
                        // Mostly at the ends, as jobs come; sometimes anywhere.
                        var createdAt = what < 50 ? plain.Count : what < 80 ? -plain.Count : number;
                        table.Add(new JobRecord { Key = key, CreatedAt = createdAt });
                        plain.Add(key, createdAt);
                    }
                }

                Assert.Equal(plain.Count, table.Count);
                for (var rank = 0; rank < table.Count; rank++)
                {
                    Assert.Equal(plain[table[rank].Key], table[rank].CreatedAt);
                    Assert.Equal(rank, table.RankOf(table[rank].Key));
                    Assert.True(rank == 0 || table[rank - 1].CreatedAt <= table[rank].CreatedAt);
                }
            },
            iter: 60);

    [Fact]
    public void Holds_more_than_a_chunk_at_both_ends()
    {
        var table = new JobTable();
        for (var i = 0; i < 10_000; i++)
        {
            table.Add(new JobRecord { Key = JobKey.Of($"new {i}"), CreatedAt = i });
            table.Add(new JobRecord { Key = JobKey.Of($"old {i}"), CreatedAt = -1 - i });
        }

        Assert.Equal(20_000, table.Count);
        Assert.Equal(Enumerable.Range(-10_000, 20_000).Select(i => (long)i), Enumerable.Range(0, 20_000).Select(rank => table[rank].CreatedAt));
        for (var i = 0; i < 10_000; i++)
        {
            table.RemoveAt(0);
        }

        Assert.Equal(0, table[0].CreatedAt);
        Assert.Equal(-1, table.RankOf(JobKey.Of("old 5")));
        Assert.Equal(9_999, table.RankOf(JobKey.Of("new 9999")));
    }
}
