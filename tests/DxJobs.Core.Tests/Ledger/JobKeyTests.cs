using CsCheck;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Tests.Ledger;

public sealed class JobKeyTests
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdefg")]
    [InlineData("0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdeh")]
    [InlineData("", " ")]
    public void Different_ids_have_different_keys(string one, string other) => Assert.NotEqual(JobKey.Of(one), JobKey.Of(other));

    [Fact]
    public void An_id_of_any_length_has_one_key() =>
        Gen.String[Gen.Char.AlphaNumeric, 0, 600].Sample(id => JobKey.Of(id) == JobKey.Of(new string(id.AsSpan())));

    [Fact]
    public void A_hexadecimal_id_is_its_own_key()
    {
        var key = JobKey.Of("0100000000000000020000000000000f");
        Assert.Equal(new JobKey(1, 0x0f00000000000002), key);
    }
}
