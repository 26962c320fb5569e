using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>Receives what Alertmanager sends to a pager.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<JsonElement> _alerts = new();
    private readonly Task _serving;

    public Webhook()
    {
        Address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where to send.</summary>
    public Uri Address { get; }

    /// <summary>Every alert that came, in order.</summary>
    public IEnumerable<JsonElement> Alerts => _alerts;

    /// <summary>Whether an alert of this name came in this status for a target.</summary>
    public bool Got(string alert, string status, string target) => _alerts.Any(a =>
        a.GetProperty("status").GetString() == status && Label(a, "alertname") == alert && Label(a, "target") == target);

    /// <summary>A label of an alert.</summary>
    public static string? Label(JsonElement alert, string name) =>
        alert.GetProperty("labels").TryGetProperty(name, out var value) ? value.GetString() : null;

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
                using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
                foreach (var alert in body.RootElement.GetProperty("alerts").EnumerateArray())
                {
                    _alerts.Enqueue(alert.Clone());
                }

                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
        {
            // Stopped: there is nobody left to listen.
        }
    }
}
