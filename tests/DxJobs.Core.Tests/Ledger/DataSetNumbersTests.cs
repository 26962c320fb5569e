using CsCheck;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Tests.Ledger;

public class DataSetNumbersTests
{
    [Fact]
    public void Each_data_set_that_jobs_bear_has_a_number_of_its_own_and_no_other_one_has_any() =>
        Gen.Int[0, 12].Array[0, 200].Sample(picks =>
        {
            var numbers = new DataSetNumbers();
            var borne = new List<(string Id, int Number)>();
            foreach (var pick in picks)
            {
                // One more job of a data set, or the end of a job.
                if (pick < 6 || borne.Count == 0)
                {
                    borne.Add(($"ds-{pick}", numbers.Take($"ds-{pick}")));
                }
                else
                {
                    var (id, number) = borne[pick % borne.Count];
                    borne.RemoveAt(pick % borne.Count);
                    Assert.Equal(borne.All(job => job.Id != id), numbers.Release(number));
                }

                Assert.All(borne, job => Assert.Equal(job.Id, numbers[job.Number]));
                Assert.Equal(borne.Select(job => job.Id).Distinct().Count(), borne.Select(job => job.Number).Distinct().Count());
                Assert.Equal(borne.Select(job => job.Id).Distinct().Count(), numbers.Count);
            }
        });

    [Fact]
    public void Numbers_are_used_again()
    {
        var numbers = new DataSetNumbers();
        for (var i = 0; i < 10_000; i++)
        {
            var number = numbers.Take($"ds-{i}");
            Assert.InRange(number, 0, 1);
            if (i > 0)
            {
                numbers.Release(1 - number);
            }
        }
    }

    [Fact]
    public void None_is_no_data_set()
    {
        var numbers = new DataSetNumbers();

        Assert.Equal(-1, numbers.Take(null));
        Assert.False(numbers.Release(-1));
        Assert.Equal(0, numbers.Count);
    }
}
