using System.Net;
using System.Net.Sockets;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>A TCP proxy between the exporter and the API that can be bad in the ways in which networks are.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _server;
    private readonly Task _serving;
    private int _connections;

    public FaultyLink(Uri server)
    {
        _server = IPEndPoint.Parse(server.Authority);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _serving = ServeAsync();
    }

    /// <summary>Where to connect to.</summary>
    public Uri Address { get; }

    /// <summary>How it is bad; counts for what passes from now on, on open connections too.</summary>
    public volatile LinkFault Fault;

    /// <summary>Connections so far.</summary>
    public int Connections => _connections;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var links = new List<Task>();
        try
        {
            while (true)
            {
                links.Add(LinkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
                Interlocked.Increment(ref _connections);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(links);
        }
    }

    private async Task LinkAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server, _stop.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), _stop.Token),
                    AnswersAsync(server.GetStream(), client));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // A bad link is what it is for.
            }
        }
    }

    private async Task AnswersAsync(NetworkStream from, TcpClient client)
    {
        var buffer = new byte[16 * 1024];
        var to = client.GetStream();
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            switch (Fault)
            {
                case LinkFault.Reset:
                    client.LingerState = new LingerOption(true, 0);
                    client.Close();
                    return;
                case LinkFault.CutInTheMiddle:
                    await to.WriteAsync(buffer.AsMemory(0, read / 2), _stop.Token);
                    return;
                case LinkFault.Silence:
                    continue;
                case LinkFault.Trickle:
                    await TrickleAsync(buffer.AsMemory(0, read), to);
                    break;
                case LinkFault.Garbage:
                    await to.WriteAsync("SSH-2.0-not_what_you_think\r\n"u8.ToArray(), _stop.Token);
                    return;
                default:
                    await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                    break;
            }
        }
    }

    private async Task TrickleAsync(ReadOnlyMemory<byte> bytes, NetworkStream to)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        for (var i = 0; i < bytes.Length; i++)
        {
            await to.WriteAsync(bytes.Slice(i, 1), _stop.Token);
            await timer.WaitForNextTickAsync(_stop.Token);
        }
    }
}
