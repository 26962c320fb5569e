using DxJobs.Exporter.Aws.Http;

namespace DxJobs.Exporter.Tests.Aws.Http;

public sealed class EnvironmentProxyTests
{
    private static readonly Uri Https = new("https://sts.amazonaws.com/");
    private static readonly Uri Http = new("http://169.254.169.254/");

    [Fact]
    public void Each_scheme_has_its_proxy_and_ALL_PROXY_stands_in()
    {
        var proxy = Proxy(("HTTPS_PROXY", "http://secure:3128"), ("ALL_PROXY", "other:1"));

        Assert.Equal((new Uri("http://secure:3128/"), new Uri("http://other:1/")), (proxy.GetProxy(Https), proxy.GetProxy(Http)));
    }

    [Fact]
    public void Lower_case_takes_precedence_and_empty_is_absent() =>
        Assert.Equal(
            (new Uri("http://lower:1/"), null),
            (Proxy(("https_proxy", "lower:1"), ("HTTPS_PROXY", "upper:1")).GetProxy(Https), Proxy(("HTTPS_PROXY", "")).GetProxy(Https)));

    [Fact]
    public void NO_PROXY_is_heeded()
    {
        var proxy = Proxy(("HTTP_PROXY", "p:1"), ("HTTPS_PROXY", "p:1"), ("NO_PROXY", "169.254.0.0/16"));

        Assert.True(proxy.IsBypassed(Http));
        Assert.Null(proxy.GetProxy(Http));
        Assert.False(proxy.IsBypassed(Https));
    }

    [Theory]
    [InlineData("http://user:p%40ss@proxy:3128", "user", "p@ss")]
    [InlineData("http://user:p@ss/word@proxy:3128", "user", "p@ss/word")]
    [InlineData("user:secret@proxy:3128", "user", "secret")]
    [InlineData("http://user@proxy:3128", "user", "")]
    public void User_name_and_password_are_kept_apart_from_the_url(string value, string user, string password)
    {
        var proxy = Proxy(("HTTPS_PROXY", value));

        var url = proxy.GetProxy(Https)!;
        Assert.Equal("http://proxy:3128/", url.AbsoluteUri);
        var credential = proxy.Credentials!.GetCredential(url, "Basic")!;
        Assert.Equal((user, password), (credential.UserName, credential.Password));
    }

    [Theory]
    [InlineData("socks5h://proxy", "socks5://proxy:1080/")]
    [InlineData("https://proxy", "https://proxy/")]
    public void Other_kinds_of_proxies(string value, string url) => Assert.Equal(new Uri(url), Proxy(("ALL_PROXY", value)).GetProxy(Https));

    [Theory]
    [InlineData("ftp://user:hunter22@proxy")]
    [InlineData("http://user:hunter22@")]
    [InlineData("http://user:hunter22@ho st")]
    public void One_that_cannot_be_used_is_reported_without_its_value(string value)
    {
        var proxy = Proxy(("HTTPS_PROXY", value));

        Assert.Null(proxy.GetProxy(Https));
        Assert.DoesNotContain("hunter22", Assert.Single(proxy.Problems), StringComparison.Ordinal);
        Assert.StartsWith("HTTPS_PROXY: ", proxy.Problems[0], StringComparison.Ordinal);
    }

    private static EnvironmentProxy Proxy(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
