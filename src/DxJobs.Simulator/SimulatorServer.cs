using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Api;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Protocol;
using DxJobs.Simulator.Signing;
using DxJobs.Simulator.Sts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DxJobs.Simulator;

/// <summary>HTTP server of the simulated API.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private const int MaxBodySize = 1024 * 1024;

    private readonly ConcurrentDictionary<string, long> _requests = new();
    private readonly TimeProvider _clock;
    private readonly FaultInjector _injector;
    private readonly DataExchangeApi _api;
    private readonly StsApi _sts;
    private readonly WebApplication _app;

    private SimulatorServer(SimulatorOptions options, TimeProvider clock, ILoggerFactory? logging)
    {
        _clock = clock;
        Account = new SimulatedAccount(options, clock);
        _injector = new FaultInjector(clock, options.Seed);
        Faults = options.Faults;
        _api = new DataExchangeApi(Account, _injector, options.Seed);
        _sts = new StsApi(Account, clock);
        _app = Build(options.Listen, logging);
    }

    /// <summary>Listen address.</summary>
    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>Simulated account.</summary>
    public SimulatedAccount Account { get; }

    /// <summary>Faults to inject; may change at any time.</summary>
    public SimulatorFaults Faults
    {
        get => _injector.Faults;
        set => (_injector.Faults, Account.FailureShare) = (value, value.Fail);
    }

    /// <summary>Number of requests by operation, including those with injected faults.</summary>
    public IReadOnlyDictionary<string, long> Requests => _requests;

    /// <summary>Starts a server.</summary>
    /// <param name="options">Options.</param>
    /// <param name="clock">Real time.</param>
    /// <param name="logging">Logging of the server itself; null for none.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="FormatException"><see cref="SimulatorOptions.Listen"/> is invalid.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(
        SimulatorOptions options, TimeProvider clock, ILoggerFactory? logging, CancellationToken cancellation)
    {
        var server = new SimulatorServer(options, clock, logging);
        await server._app.StartAsync(cancellation);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build(string listen, ILoggerFactory? logging)
    {
        var endpoint = IPEndPoint.Parse(
            listen.StartsWith(':') ? "0.0.0.0" + listen : listen.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        if (logging is not null)
        {
            builder.Services.AddSingleton(logging);
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodySize;
            kestrel.Listen(endpoint);
        });
        var app = builder.Build();
        app.Run(HandleAsync);
        return app;
    }

    private async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.Headers.Date = Account.Now.ToString("r", CultureInfo.InvariantCulture);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await HandleAsync(context, body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (ApiException e)
        {
            await e.WriteAsync(context);
        }
        catch (BadHttpRequestException e)
        {
            await ApiException.InvalidRequest(e).WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
    }

    private async Task HandleAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var operation = OperationRoutes.Match(context.Request);
        var isSts = operation is null && context.Request.Method == "POST" && context.Request.Path == "/";
        _requests.AddOrUpdate(operation?.Operation ?? (isSts ? "Sts" : "Unknown"), 1, (_, count) => count + 1);
        if (operation is null && !isSts)
        {
            throw new ApiException(404, "UnknownOperationException", "Unknown operation.");
        }

        if (!isSts && await _injector.TryInjectAsync(context))
        {
            return;
        }

        SignatureVerifier.Verify(context.Request, body.Span, isSts ? "sts" : "dataexchange", _clock.GetUtcNow(), Account.Now);
        await (isSts
            ? _sts.HandleAsync(context, body)
            : _api.HandleAsync(operation!.Value.Operation, operation.Value.Id, context, body));
    }
}
