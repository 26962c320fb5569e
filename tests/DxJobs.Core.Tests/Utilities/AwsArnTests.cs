using DxJobs.Core.Utilities;

namespace DxJobs.Core.Tests.Utilities;

public sealed class AwsArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/dxjobs-read", "123456789012")]
    [InlineData("arn:aws:iam::123456789012:role/path/to/dxjobs-read", "123456789012")]
    [InlineData("arn:aws-cn:iam::210987654321:role/dxjobs-read", "210987654321")]
    [InlineData("arn:aws-us-gov:iam::000000000001:role/r", "000000000001")]
    [InlineData("arn:aws-iso-b:sts::123456789012:assumed-role/r/s", "123456789012")]
    [InlineData("arn:aws:dataexchange:us-east-1:123456789012:jobs/0123456789abcdef0123456789abcdef", "123456789012")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/dxjobs-read/dxjobs-exporter-prod", "123456789012")]
    public void The_account_is_read_in_every_partition(string arn, string account) => Assert.Equal(account, AwsArn.AccountOf(arn));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:dataexchange:us-east-1::data-sets/aae4c2cd145a48454f9369d4a4db5c66")]
    [InlineData("arn:aws:iam::12345678901:role/r")]
    [InlineData("arn:aws:iam::1234567890123:role/r")]
    [InlineData("arn:aws:iam::12345678901x:role/r")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("123456789012")]
    [InlineData("see arn:aws:iam::123456789012:role/r")]
    public void What_names_no_account_gives_none(string? arn) => Assert.Null(AwsArn.AccountOf(arn));
}
