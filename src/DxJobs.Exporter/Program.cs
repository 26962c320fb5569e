using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Web.Settings;
using Microsoft.Extensions.Logging.Abstractions;

await using var simulator = await EmbeddedSimulator.StartAsync(TimeProvider.System, CancellationToken.None);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.AddExporterLogging(LogLevel.Information, LogFormat.Logfmt);
builder.Services.AddExporter(simulator.TakeOver(new ExporterOptions()), EmbeddedSimulator.Credentials);
builder.Services.AddSingleton<PollingService>();
builder.Services.AddHostedService(services => services.GetRequiredService<PollingService>());
var web = WebConfigSource.None(TimeProvider.System, NullLogger.Instance);
builder.AddWeb("127.0.0.1", 10390, web);
var app = builder.Build();
app.MapWeb("/metrics", web);
await app.RunAsync();
return 0;
