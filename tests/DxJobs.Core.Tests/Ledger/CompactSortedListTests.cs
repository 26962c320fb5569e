using CsCheck;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Tests.Ledger;

public sealed class CompactSortedListTests
{
    [Fact]
    public void Equals_a_plain_sorted_list_whatever_is_added_and_removed() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[0, 20]).Array[0, 80].Sample(changes =>
        {
            var list = new CompactSortedList<long>();
            var plain = new List<long>();
            foreach (var (kind, value) in changes)
            {
                if (kind == 0)
                {
                    list.Remove(value);
                    plain.Remove(value);
                }
                else
                {
                    list.Add(value);
                    plain.Add(value);
                }

                Assert.Equal(plain.Count, list.Count);
                if (kind == 3)
                {
                    Assert.Equal(plain.Order(), list.Values.ToArray());
                }
            }

            Assert.Equal(plain.Order(), list.Values.ToArray());
        });
}
