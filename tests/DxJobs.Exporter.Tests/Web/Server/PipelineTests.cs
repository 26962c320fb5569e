using System.Net;
using System.Net.Sockets;
using System.Text;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Server;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Server;

public sealed class PipelineTests : IDisposable
{
    private readonly Certificates _files = new();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task Answers_no_method_but_GET_and_HEAD(string method)
    {
        await using var server = await WebServer.StartAsync();
        foreach (var path in new[] { "/", "/metrics", "/healthz", "/nowhere" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task HEAD_is_GET_without_the_body()
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1", 404)]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404)]
    [InlineData("GET /style.css/../../web.yml HTTP/1.1", 404)]
    [InlineData("GET /..%5c..%5cweb.yml HTTP/1.1", 404)]
    [InlineData("GET //metrics HTTP/1.1", 404)]
    [InlineData("GET /metrics%00 HTTP/1.1", 400)]
    [InlineData("GET /%ff%fe HTTP/1.1", 404)]
    [InlineData("GET http://elsewhere.example/metrics HTTP/1.1", 400)]
    [InlineData("GET * HTTP/1.1", 405)]
    [InlineData("CONNECT elsewhere.example:443 HTTP/1.1", 400)]
    [InlineData("GET /metrics HTTP/9.9", 505)]
    [InlineData("GARBAGE", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nBad Header: 1", 400)]
    public async Task Path_tricks_and_malformed_requests_lead_nowhere(string request, int status)
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(status, await RawAsync(server, request));
        Assert.Equal("metric 1\n", await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refuses_more_headers_than_anybody_needs()
    {
        await using var server = await WebServer.StartAsync();
        Assert.Equal(431, await RawAsync(server, "GET / HTTP/1.1\r\nCookie: " + new string('c', 17 * 1024)));
        Assert.Equal(431, await RawAsync(server, "GET / HTTP/1.1\r\n" + string.Join("\r\n", Enumerable.Range(0, 100).Select(i => $"X-{i}: 1"))));
        Assert.Equal(414, await RawAsync(server, $"GET /{new string('a', 9 * 1024)} HTTP/1.1"));
        Assert.Equal("metric 1\n", await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var server = await WebServer.StartAsync();
        foreach (var path in new[] { "/", "/style.css", "/metrics", "/nowhere", "/api/v1/status" })
        {
            using var answer = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Configured_headers_take_the_place_of_ours()
    {
        await using var server = await WebServer.StartAsync(webConfig: _files.Write("web.yml", "http_server_config: {headers: {X-Frame-Options: sameorigin, X-XSS-Protection: '0'}}"));
        using var answer = await server.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal("sameorigin", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("0", answer.Headers.GetValues("X-XSS-Protection").Single());
    }

    [Fact]
    public async Task The_rate_limit_refuses_what_is_too_much_and_never_a_probe()
    {
        var time = new FakeTimeProvider(SampleBoard.Now);
        await using var server = await WebServer.StartAsync(webConfig: _files.Write("web.yml", "rate_limit: {interval: 1s, burst: 2}"), time: time);
        async Task<List<int>> Get(params string[] paths)
        {
            var statuses = new List<int>();
            foreach (var path in paths)
            {
                using var answer = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
                statuses.Add((int)answer.StatusCode);
            }

            return statuses;
        }

        Assert.Equal([200, 200, 429, 200], await Get("/metrics", "/", "/metrics", "/healthz"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200, 429], await Get("/metrics", "/metrics"));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([200, 200, 429], await Get("/metrics", "/metrics", "/metrics"));
    }

    [Fact]
    public async Task The_page_refreshes_by_header_and_is_never_kept()
    {
        await using var server = await WebServer.StartAsync();
        using var answer = await server.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal("30", answer.Headers.GetValues("Refresh").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var still = await server.Client.GetAsync("/?refresh=off", TestContext.Current.CancellationToken);
        Assert.False(still.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task More_connections_than_allowed_are_closed_and_those_there_are_served()
    {
        await using var server = await WebServer.StartAsync();
        await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        var crowd = new List<TcpClient>();
        try
        {
            for (var i = 0; i < KestrelSetup.MaxConnections + 20; i++)
            {
                crowd.Add(new TcpClient("127.0.0.1", server.Port));
            }

            Assert.Equal(0, await crowd[^1].GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken));
            Assert.Equal("metric 1\n", await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken));
        }
        finally
        {
            crowd.ForEach(c => c.Dispose());
        }
    }

    public void Dispose() => _files.Dispose();

    private static async Task<int> RawAsync(WebServer server, string request)
    {
        using var client = new TcpClient("127.0.0.1", server.Port);
        var stream = client.GetStream();
        var host = request.Contains("Host:", StringComparison.Ordinal) ? "" : "\r\nHost: 127.0.0.1:" + server.Port;
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request + host + "\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
