using DxJobs.Exporter.Aws.Http;

namespace DxJobs.Exporter.Tests.Aws.Http;

public sealed class NoProxyListTests
{
    [Theory]
    [InlineData("*", "http://169.254.169.254/")]
    [InlineData("a.example, *", "https://sts.amazonaws.com/")]
    [InlineData("127.0.0.0/8", "http://127.0.0.1:9/")]
    [InlineData("10.1.2.3/8", "http://10.9.9.9/")]
    [InlineData("169.254.169.254", "http://169.254.169.254/latest")]
    [InlineData("::1/128", "http://[::1]:8080/")]
    [InlineData("[::1]:8080", "http://[::1]:8080/")]
    [InlineData("fd00:ec2::/32", "http://[fd00:ec2::254]/")]
    [InlineData("127.0.0.1", "http://[::ffff:127.0.0.1]/")]
    [InlineData("example.com", "https://example.com/")]
    [InlineData("example.com", "https://deep.sub.EXAMPLE.com/")]
    [InlineData(".example.com", "https://sub.example.com/")]
    [InlineData(".example.com", "https://example.com/")]
    [InlineData("*.example.com", "https://sub.example.com/")]
    [InlineData("example.com:443", "https://example.com/")]
    [InlineData("example.com:8080", "http://sub.example.com:8080/")]
    [InlineData("127.0.0.1:9", "http://127.0.0.1:9/")]
    [InlineData("x example.com\ty", "https://example.com./")]
    public void Contains(string noProxy, string url) => Assert.True(new NoProxyList(noProxy).Contains(new Uri(url)));

    [Theory]
    [InlineData(null, "http://127.0.0.1/")]
    [InlineData("", "http://127.0.0.1/")]
    [InlineData(" , ,", "http://127.0.0.1/")]
    [InlineData(".", "http://127.0.0.1/")]
    [InlineData("127.0.0.0/8", "http://128.0.0.1/")]
    [InlineData("127.0.0.0/8", "http://localhost/")]
    [InlineData("127.0.0.0/99", "http://127.0.0.1/")]
    [InlineData("0.0.0.0/0", "http://[::1]/")]
    [InlineData("example.com", "https://notexample.com/")]
    [InlineData("example.com", "https://example.com.evil/")]
    [InlineData("*.example.com", "https://example.com/")]
    [InlineData("example.com:443", "http://example.com/")]
    [InlineData("127.0.0.1:9", "http://127.0.0.1:10/")]
    [InlineData("1", "http://127.0.0.1/")]
    public void Does_not_contain(string? noProxy, string url) => Assert.False(new NoProxyList(noProxy).Contains(new Uri(url)));
}
