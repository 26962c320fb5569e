using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Signing;
using DxJobs.Simulator.Sts;
using DxJobs.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DxJobs.Simulator;

/// <summary>The simulated API on a socket. It begins to listen when it is started, and stops when it is disposed of.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private const int LargestBody = 1024 * 1024;

    private readonly ConcurrentDictionary<string, long> _requests = new();
    private readonly TimeProvider _clock;
    private readonly FaultInjector _injector;
    private readonly JobsApi _jobs;
    private readonly StsApi _sts;
    private readonly WebApplication _app;

    private SimulatorServer(SimulatorOptions options, TimeProvider clock, ILoggerFactory? logging)
    {
        _clock = clock;
        Account = new SimulatedAccount(options, clock);
        _injector = new FaultInjector(clock, options.Seed);
        Faults = options.Faults;
        _jobs = new JobsApi(Account, _injector, options.Seed);
        _sts = new StsApi(Account, clock);
        _app = Build(options.Listen, logging);
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>The account behind it.</summary>
    public SimulatedAccount Account { get; }

    /// <summary>What goes wrong on purpose; may change at any time.</summary>
    public SimulatorFaults Faults
    {
        get => _injector.Faults;
        set => (_injector.Faults, Account.FailureShare) = (value, value.Fail);
    }

    /// <summary>Requests so far by operation, those that went wrong on purpose included.</summary>
    public IReadOnlyDictionary<string, long> Requests => _requests;

    /// <summary>Starts one.</summary>
    /// <param name="options">What it is to be like.</param>
    /// <param name="clock">The real time.</param>
    /// <param name="logging">Where the server's own troubles go; null for nowhere.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="FormatException"><see cref="SimulatorOptions.Listen"/> is not an address and a port.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, TimeProvider clock, ILoggerFactory? logging, CancellationToken cancellation)
    {
        var server = new SimulatorServer(options, clock, logging);
        await server._app.StartAsync(cancellation);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build(string listen, ILoggerFactory? logging)
    {
        var endpoint = IPEndPoint.Parse(listen.StartsWith(':') ? "0.0.0.0" + listen : listen.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (logging is not null)
        {
            builder.Services.AddSingleton(logging);
        }

        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(endpoint);
        });
        var app = builder.Build();
        app.Run(AnswerAsync);
        return app;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.Headers.Date = Account.Now.ToString("r", CultureInfo.InvariantCulture);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await AnswerAsync(context, body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (Refusal refusal)
        {
            await refusal.WriteAsync(context);
        }
        catch (BadHttpRequestException e)
        {
            await Refusal.Unreadable(e).WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
    }

    private async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var operation = Operations.Of(context.Request);
        var isSts = operation is null && context.Request.Method == "POST" && context.Request.Path == "/";
        _requests.AddOrUpdate(operation?.Operation ?? (isSts ? "Sts" : "Unknown"), 1, (_, count) => count + 1);
        if (operation is null && !isSts)
        {
            throw new Refusal(404, "UnknownOperationException", "The API has no such operation.");
        }

        if (!isSts && await _injector.InterfereAsync(context))
        {
            return;
        }

        Signature.Check(context.Request, body.Span, isSts ? "sts" : "dataexchange", _clock.GetUtcNow(), Account.Now);
        await (isSts ? _sts.AnswerAsync(context, body) : _jobs.AnswerAsync(operation!.Value.Operation, operation.Value.Id, context, body));
    }
}
