using System.Collections.Concurrent;
using System.Text;
using Amazon.DataExchange;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>A server that answers as a test says and remembers what it was asked.</summary>
internal sealed class FakeDataExchange : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string RequestId = "5a6b1c5e-0000-4000-8000-1234567890ab";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private FakeDataExchange(WebApplication app) => _app = app;

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public string Url => _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Cancelled when the test is over: what an answer that never comes waits for.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public static async Task<FakeDataExchange> StartAsync(Func<FakeDataExchange, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeDataExchange(builder.Build());
        server._app.Run(async context =>
        {
            server.Requests.Enqueue(new SentRequest(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            context.Response.Headers["x-amzn-RequestId"] = RequestId;
            await answer(server, context);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A server that gives the same answer to everything.</summary>
    public static Task<FakeDataExchange> AnsweringAsync(
        string body, int status = 200, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
        });

    /// <summary>A client of it. No retries unless asked for, as the exporter has it.</summary>
    public AmazonDataExchangeClient Client(Action<AmazonDataExchangeConfig>? change = null)
    {
        var config = new AmazonDataExchangeConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 };
        change?.Invoke(config);
        return new AmazonDataExchangeClient(new BasicAWSCredentials(AccessKey, SecretKey), config);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
