using System.Threading.Channels;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Configuration;

public sealed class ConfigurationWatcherTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dxjobs-watch").FullName;
    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    [Fact]
    public async Task A_changed_file_is_put_in_force_and_a_bad_one_refused()
    {
        var watcher = Start(Write("config.yaml", "poll: {interval: 1m}"));

        Write("config.yaml", "poll: {interval: 2m}");
        Assert.Equal("2m", await HeardAsync());

        Write("config.yaml", "poll: {interval: 2x}");
        Assert.Equal("refused 1", await HeardAsync());

        Write("config.yaml", "poll: {interval: 3m}");
        Assert.Equal("3m", await HeardAsync());

        watcher.TriggerReload();
        Assert.Equal("3m", await _heard.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_that_is_swapped_is_noticed()
    {
        Write("one/config.yaml", "poll: {interval: 1m}");
        Write("two/config.yaml", "poll: {interval: 4m}");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "..data"), Path.Combine(_folder, "one"));
        File.CreateSymbolicLink(Path.Combine(_folder, "config.yaml"), Path.Combine("..data", "config.yaml"));
        Start(Path.Combine(_folder, "config.yaml"));

        Directory.CreateSymbolicLink(Path.Combine(_folder, "..tmp"), Path.Combine(_folder, "two"));
        using (var swap = System.Diagnostics.Process.Start("mv", ["-T", Path.Combine(_folder, "..tmp"), Path.Combine(_folder, "..data")]))
        {
            await swap.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("4m", await HeardAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ConfigurationWatcher Start(string file)
    {
        var watcher = new ConfigurationWatcher(new ConfigurationSources(file, new Dictionary<string, string>(), "host"), _clock);
        _running = RunAsync(watcher);
        return watcher;
    }

    private async Task RunAsync(ConfigurationWatcher watcher)
    {
        using (watcher)
        {
            await watcher.RunAsync(
                options => _heard.Writer.WriteAsync(PrometheusDuration.Format(options.Poll.Interval)).AsTask(),
                problems => _heard.Writer.TryWrite($"refused {problems.Count}"),
                _stop.Token);
        }
    }

    /// <summary>Lets time pass until something is heard.</summary>
    private async Task<string> HeardAsync()
    {
        string? heard;
        while (!_heard.Reader.TryRead(out heard))
        {
            _clock.Advance(ConfigurationWatcher.Period);
            await Task.Yield();
        }

        return heard;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
