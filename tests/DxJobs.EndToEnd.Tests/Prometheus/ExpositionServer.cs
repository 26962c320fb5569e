using System.Net;
using System.Text;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>Serves a text at <c>/metrics</c>, made anew for every scrape.</summary>
internal sealed class ExpositionServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string> _text;
    private readonly Task _serving;

    public ExpositionServer(Func<string> text)
    {
        _text = text;
        Metrics = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}/metrics");
        _listener.Prefixes.Add($"http://{Metrics.Authority}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What Prometheus is to scrape.</summary>
    public Uri Metrics { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_text()));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
        {
            // Stopped: there is nobody left to serve.
        }
    }
}
