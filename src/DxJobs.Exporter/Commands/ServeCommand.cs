using System.Net.Sockets;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Web.Security;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Exporter.Commands;

/// <summary><c>serve</c>: polls and serves until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Whatever still runs then is left; an orchestrator would kill the process not long after.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Runs it; returns the exit status.</summary>
    public static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var web = OpenWebConfig(settings, clock);
        if (web is null)
        {
            return ExitCodes.Usage;
        }

        await using var simulator = settings.Simulate ? await EmbeddedSimulator.StartAsync(clock, cancellation) : null;
        var options = simulator?.TakeOver(settings.Options) ?? settings.Options;
        if (TargetProblem(options) is { } problem)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: {problem}");
            return ExitCodes.Usage;
        }

        // Empty: no appsettings.json, no ASPNETCORE_, DOTNET_ or Kestrel__ variable, which configure other programs, is read.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.Logging.AddExporterLogging(settings.LogLevel, settings.LogFormat);

        // An address that can't be listened on is said below, in our words.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddExporter(options, simulator is null ? null : EmbeddedSimulator.Credentials);
        builder.Services.AddSingleton<PollingService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PollingService>());
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<ReloadService>(
            services, settings.Sources, new Func<ExporterOptions, ExporterOptions>(changed => simulator?.TakeOver(changed) ?? changed)));
        builder.AddWeb(settings.Listen.Host, settings.Listen.Port, web);
        WebApplication? app = null;
        try
        {
            app = builder.Build();
            app.MapWeb(settings.TelemetryPath, web);
            return await RunAsync(app, settings, cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: can't listen on {settings.Listen}: {e.GetBaseException().Message}");

            // What has started already is stopped in order; cut off by disposing alone, it would be logged as a crash.
            await (app?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
            return ExitCodes.Failed;
        }
        finally
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static async Task<int> RunAsync(WebApplication app, ServeSettings settings, CancellationToken cancellation)
    {
        await app.StartAsync(cancellation);

        ServeLog.Listening(app.Logger, string.Join(' ', app.Urls), settings.TelemetryPath);
        await app.WaitForShutdownAsync(cancellation);
        if (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }

        ServeLog.StoppedByItself(app.Logger);
        return ExitCodes.Failed;
    }

    /// <summary>What is wrong with a web configuration file, a line each; nothing when it would serve.</summary>
    public static IReadOnlyList<string> WebProblems(string path)
    {
        WebConfigSource.Open(path, TimeProvider.System, NullLogger.Instance, out var problems);
        return [.. problems.Select(problem => $"{path}:{problem}")];
    }

    private static WebConfigSource? OpenWebConfig(ServeSettings settings, TimeProvider clock)
    {
        if (settings.WebConfigFile is null)
        {
            return WebConfigSource.None(clock, NullLogger.Instance);
        }

        var logging = LoggerFactory.Create(logging => logging.AddExporterLogging(settings.LogLevel, settings.LogFormat));
        var source = WebConfigSource.Open(settings.WebConfigFile, clock, logging.CreateLogger<WebConfigSource>(), out var problems);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{settings.WebConfigFile}:{problem}");
        }

        return source;
    }

    private static string? TargetProblem(ExporterOptions options)
    {
        try
        {
            TargetList.Of(options, TargetList.RegionOfTheSdk);
            return null;
        }
        catch (TargetException e)
        {
            return e.Message;
        }
    }
}
