using System.Text;
using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Telemetry;
using DxJobs.Exporter.Web.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Metrics;

/// <summary>The whole metrics room with a fake clock, scraped through the real Prometheus exporter without a socket.</summary>
internal sealed class MetricsHarness : IAsyncDisposable
{
    public const string OpenMetrics = "application/openmetrics-text; version=1.0.0";

    private readonly ServiceProvider _services;

    public MetricsHarness(params (string Name, string Value)[] variables)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(variables.ToDictionary(v => v.Name, string? (v) => v.Value)).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Board)
            .AddSingleton(new CurrentOptions(new ExporterOptions()))
            .AddSingleton<ScrapeEndpoint>()
            .AddExporterTelemetry(configuration)
            .BuildServiceProvider();
        Polls = _services.GetRequiredService<PollMetrics>();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    public StatusBoard Board { get; } = new();

    public PollMetrics Polls { get; }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static Target Target(string name, string region = "us-east-1") => new() { Name = name, Region = region };

    /// <summary>A good poll that ended now.</summary>
    public void Post(Target target, TargetSnapshot snapshot) => Board.Post(new TargetStatus
    {
        Target = target,
        AccountId = snapshot.AccountId,
        LastSuccessAt = snapshot.TakenAt,
        LastPoll = new PollReport(snapshot.TakenAt, TimeSpan.FromSeconds(1), PollMode.Full, CallOutcome.Ok, 1, 1),
        Snapshot = snapshot,
    });

    /// <summary>A bad poll that ended now.</summary>
    public void PostFailure(Target target) => Board.Post(Board.Find(target)! with
    {
        LastPoll = new PollReport(Clock.GetUtcNow(), TimeSpan.FromSeconds(1), PollMode.Incremental, CallOutcome.Internal, 0, 1),
    });

    /// <summary>Our own lines of a scrape, without those of the .NET runtime.</summary>
    public async Task<string> ScrapeAsync(string accept = "")
    {
        var lines = (await ScrapeAllAsync(accept)).Split('\n').Where(line => !line.Contains("dotnet_", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }

    public async Task<string> ScrapeAllAsync(string accept = "")
    {
        var exposition = await Get<MetricsRenderer>().RenderAsync(new ExpositionFormat(accept, ""));
        Assert.Equal(StatusCodes.Status200OK, exposition.Status);
        return Encoding.UTF8.GetString(exposition.Body.Span);
    }

    /// <summary>The lines of one metric's samples in a scrape.</summary>
    public async Task<string[]> SamplesAsync(string metric) =>
        [.. (await ScrapeAsync()).Split('\n').Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
