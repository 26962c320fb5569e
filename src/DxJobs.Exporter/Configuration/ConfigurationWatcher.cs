using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Redaction;

namespace DxJobs.Exporter.Configuration;

/// <summary>
/// Notices when the configuration file says something else than before: looks every few seconds at what it holds, so that links which
/// are swapped (Kubernetes' ConfigMaps) and equal times of change deceive nobody; and at once on SIGHUP. All or nothing.
/// </summary>
internal sealed class ConfigurationWatcher : IDisposable
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly ConfigurationSources _sources;
    private readonly TimeProvider _clock;
    private readonly PosixSignalRegistration? _hangup;
    private byte[] _seen;
    private TaskCompletionSource _trigger = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the file holds now is taken to be in force.</summary>
    public ConfigurationWatcher(ConfigurationSources sources, TimeProvider clock)
    {
        (_sources, _clock) = (sources, clock);
        _seen = Fingerprint();
        if (!OperatingSystem.IsWindows())
        {
            _hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true;
                TriggerReload();
            });
        }
    }

    /// <summary>Reads the file now, changed or not.</summary>
    public void TriggerReload() => Volatile.Read(ref _trigger).TrySetResult();

    /// <summary>Watches until it is told to stop.</summary>
    /// <param name="apply">Puts options in force.</param>
    /// <param name="refuse">Is told what is wrong with a new file; the old one stays in force.</param>
    /// <param name="cancellation">The end of watching.</param>
    public async Task RunAsync(Func<ExporterOptions, Task> apply, Action<IReadOnlyList<ConfigurationProblem>> refuse, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var nudge = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var wait = Task.Delay(Period, _clock, cancellation);
            var woken = await Task.WhenAny(wait, _trigger.Task);
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            if (woken == wait)
            {
                await CheckAsync(always: false, apply, refuse);
            }
            else
            {
                Volatile.Write(ref _trigger, nudge);
                await CheckAsync(always: true, apply, refuse);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hangup?.Dispose();

    private async Task CheckAsync(bool always, Func<ExporterOptions, Task> apply, Action<IReadOnlyList<ConfigurationProblem>> refuse)
    {
        var now = Fingerprint();
        if (!always && now.AsSpan().SequenceEqual(_seen))
        {
            return;
        }

        _seen = now;
        ConfigurationReading reading;
        try
        {
            reading = ConfigurationLoader.Load(_sources);
        }
        catch (Exception e)
        {
            refuse([Unexpected(e)]);
            return;
        }

        if (reading.Options is null)
        {
            refuse(reading.Problems);
            return;
        }

        try
        {
            await apply(reading.Options);
        }
        catch (InvalidConfigurationException e)
        {
            refuse([new ConfigurationProblem(_sources.File ?? "configuration", null, "targets", e.Message)]);
        }
        catch (Exception e)
        {
            // Nothing that a reload meets may end the process.
            refuse([Unexpected(e)]);
        }
    }

    private ConfigurationProblem Unexpected(Exception e) =>
        new(_sources.File ?? "configuration", null, "", "unexpected error: " + Redactor.Redact(LogFields.Text(e)));

    private byte[] Fingerprint()
    {
        if (_sources.File is null)
        {
            return [];
        }

        try
        {
            return SHA256.HashData(BoundedFile.ReadBytes(_sources.File, ConfigurationLoader.LargestFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // While a file is being replaced it may be gone; if it stays away, reading it says so.
            return [];
        }
    }
}
