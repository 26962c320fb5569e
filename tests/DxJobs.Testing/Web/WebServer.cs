using System.Net.Security;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Server;
using DxJobs.Exporter.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Testing.Web;

/// <summary>The web room on a real Kestrel at a free port, around a board that the test owns.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app, PasswordCheck passwords, PollingHeartbeat heartbeat)
    {
        (_app, Passwords, Heartbeat) = (app, passwords, heartbeat);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = Connect();
    }

    public Uri Address { get; }

    public int Port => Address.Port;

    public HttpClient Client { get; }

    public PasswordCheck Passwords { get; }

    public PollingHeartbeat Heartbeat { get; }

    /// <summary>Starts one.</summary>
    /// <param name="board">The board; null for an empty one.</param>
    /// <param name="webConfig">The path of a web configuration.</param>
    /// <param name="scrape">What stands at /metrics.</param>
    /// <param name="time">The clock of pages and limits.</param>
    /// <param name="options">The exporter's configuration.</param>
    public static async Task<WebServer> StartAsync(
        StatusBoard? board = null, string? webConfig = null, RequestDelegate? scrape = null, TimeProvider? time = null, ExporterOptions? options = null)
    {
        time ??= TimeProvider.System;
        IReadOnlyList<WebConfigProblem> problems = [];
        var source = webConfig is null
            ? WebConfigSource.None(time, NullLogger.Instance)
            : WebConfigSource.Open(webConfig, time, NullLogger.Instance, out problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSetup.Configure(kestrel, "127.0.0.1", 0, source));
        var app = builder.Build();
        var about = new ExporterInfo("0.1.0-test", "/metrics");
        var passwords = new PasswordCheck();
        var heartbeat = new PollingHeartbeat(time);
        app.UseWeb(source, passwords, time, about);
        app.Map("/metrics", scrape ?? (context => context.Response.WriteAsync("metric 1\n")));
        new WebEndpoints(board ?? new StatusBoard(), heartbeat, () => options ?? new ExporterOptions(), time, about).Map(app);
        await app.StartAsync();
        return new WebServer(app, passwords, heartbeat);
    }

    /// <summary>A client of its own connection pool that asks no more of a certificate than the right name.</summary>
    public HttpClient Connect() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == 0 },
    })
    { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        Passwords.Dispose();
    }
}
