using CsCheck;
using DxJobs.Exporter.Aws.Credentials;

namespace DxJobs.Exporter.Tests.Aws.Credentials;

public sealed class SessionNameTests
{
    [Theory]
    [InlineData("prod", "dxjobs-exporter-prod")]
    [InlineData("a.b@c=d,e_f+g-h", "dxjobs-exporter-a.b@c=d,e_f+g-h")]
    [InlineData("my prod", "dxjobs-exporter-my-prod")]
    public void It_shows_the_target(string target, string name) => Assert.Equal(name, SessionName.Of(target));

    [Fact]
    public void STS_takes_it_whatever_the_target_is_called() =>
        Gen.String[0, 200].Sample(target => System.Text.RegularExpressions.Regex.IsMatch(SessionName.Of(target), @"\A[A-Za-z0-9_+=,.@-]{2,64}\z"));
}
