using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>A server of others, running until it is disposed of, with a folder of its own that goes with it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task<string> _output;

    private RunningProgram(Process process, string folder, Uri address)
    {
        _process = process;
        Folder = folder;
        Address = address;
        _errors = process.StandardError.ReadToEndAsync();
        _output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Where the program keeps what it writes.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A new empty folder for a program.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("dxjobs-test-").FullName;

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program and waits until it answers at <paramref name="readyPath"/>.</summary>
    public static async Task<RunningProgram> StartAsync(
        string program, string folder, Uri address, string readyPath, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        var running = new RunningProgram(Process.Start(start)!, folder, address);
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            await Eventually.TrueAsync(() => running.AnswersAsync(http, readyPath, cancel), $"{program} answers at {readyPath}", cancel);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await Task.WhenAll(_errors, _output);
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(HttpClient http, string path, CancellationToken cancel)
    {
        if (_process.HasExited)
        {
            Assert.Fail($"the program ended with status {_process.ExitCode}: {await _errors}{await _output}");
        }

        try
        {
            using var answer = await http.GetAsync(path, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
