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
                await AnswerAsync((await _listener.GetContextAsync()).Response);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
        {
            // Stopped: there is nobody left to serve.
        }
    }

    private async Task AnswerAsync(HttpListenerResponse response)
    {
        try
        {
            response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_text()));
            response.Close();
        }
        catch (HttpListenerException)
        {
            // Prometheus ended in the middle of its scrape.
        }
    }
}
