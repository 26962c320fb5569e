using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DxJobs.Exporter.Web.Security;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Security;

public sealed class BasicAuthTests : IDisposable
{
    private readonly Certificates _files = new();

    [Fact]
    public async Task Lets_nobody_in_without_the_right_password_but_probes()
    {
        await using var server = await StartAsync();
        foreach (var path in new[] { "/", "/metrics", "/api/v1/status", "/style.css", "/nowhere", "/healthz/", "/metrics/../metrics", "//healthz" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, path, null));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, path, Basic("alice:wrong")));
        }

        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/healthz", null));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/readyz", null));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/metrics", Basic("alice:open:sesame")));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/metrics", Basic("jürgen:pässwörd")));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic YWxpY2U=")]
    [InlineData("Basic /////w==")]
    [InlineData("Bearer YWxpY2U6b3BlbjpzZXNhbWU=")]
    [InlineData("Basic OnNlc2FtZQ==")]
    public async Task Refuses_what_is_no_user_and_password(string header)
    {
        await using var server = await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, "/metrics", header));
    }

    [Fact]
    public async Task Pays_for_bcrypt_once_for_each_answer()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/metrics", Basic("alice:open:sesame")));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, "/metrics", Basic("alice:wrong")));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, "/metrics", Basic("nobody:open:sesame")));
        }

        Assert.Equal(3, server.Passwords.Computed);
    }

    [Fact]
    public async Task A_changed_password_counts_at_once()
    {
        var time = new FakeTimeProvider(SampleBoard.Now);
        await using var server = await StartAsync(time);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/metrics", Basic("alice:open:sesame")));
        _files.Write("web.yml", $"basic_auth_users: {{alice: '{Hash("new")}'}}");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(server, "/metrics", Basic("alice:open:sesame")));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "/metrics", Basic("alice:new")));
    }

    [Fact]
    public async Task Guesses_do_not_drive_out_what_is_known_nor_pile_up()
    {
        using var passwords = new PasswordCheck();
        var users = new Dictionary<string, string> { ["alice"] = Hash("right") };
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(PasswordCheckResult.Right, await passwords.AskAsync(users, "alice", "right", stop));
        for (var i = 0; i < PasswordCheck.MaxRemembered + 50; i++)
        {
            Assert.Equal(PasswordCheckResult.Wrong, await passwords.AskAsync(users, "alice", "guess" + i, stop));
        }

        var computed = passwords.Computed;
        Assert.Equal(PasswordCheckResult.Right, await passwords.AskAsync(users, "alice", "right", stop));
        Assert.Equal(computed, passwords.Computed);
    }

    [Fact]
    public async Task A_flood_of_guesses_is_told_to_wait_and_the_known_password_is_not()
    {
        using var passwords = new PasswordCheck();
        var users = new Dictionary<string, string> { ["alice"] = Hash("right", 8) };
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(PasswordCheckResult.Right, await passwords.AskAsync(users, "alice", "right", stop));
        var guesses = Enumerable.Range(0, 100).Select(i => passwords.AskAsync(users, "alice", "guess" + i, stop)).ToList();
        Assert.Equal(PasswordCheckResult.Right, await passwords.AskAsync(users, "alice", "right", stop));
        var verdicts = await Task.WhenAll(guesses);
        Assert.DoesNotContain(PasswordCheckResult.Right, verdicts);
        Assert.True(verdicts.Count(v => v == PasswordCheckResult.Busy) >= 100 - PasswordCheck.MaxWaiting - (int)passwords.Computed);
        Assert.Contains(PasswordCheckResult.Busy, verdicts);
    }

    public void Dispose() => _files.Dispose();

    private static string Hash(string password, int cost = 4) => BCrypt.Net.BCrypt.HashPassword(password, cost);

    private static string Basic(string userAndPassword) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword));

    private Task<WebServer> StartAsync(TimeProvider? time = null) => WebServer.StartAsync(
        webConfig: _files.Write("web.yml", $"basic_auth_users: {{alice: '{Hash("open:sesame")}', jürgen: '{Hash("pässwörd")}'}}"), time: time);

    private static async Task<HttpStatusCode> GetAsync(WebServer server, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.StartsWith("//", StringComparison.Ordinal) ? new Uri(server.Address, "." + path) : new Uri(server.Address, path));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            Assert.Equal(new AuthenticationHeaderValue("Basic", "realm=\"dxjobs-exporter\", charset=\"UTF-8\"").ToString(), answer.Headers.WwwAuthenticate.ToString());
        }

        return answer.StatusCode;
    }
}
