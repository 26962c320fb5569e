using System.Diagnostics;
using System.Net.Sockets;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Testing.Web;
using Microsoft.AspNetCore.Http;

namespace DxJobs.EndToEnd.Tests.Web;

/// <summary>What others do to the server must not keep the next scrape from its answer.</summary>
public sealed class FloodsAndSlowClients
{
    private static readonly string Exposition = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"metric{{series=\"{i:00000}\"}} 1\n"));

    private static readonly string[] Paths = ["/metrics", "/"];

    [Fact]
    public async Task A_scrape_is_answered_in_time_during_a_flood()
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Busy(), scrape: context => context.Response.WriteAsync(Exposition));
        var floods = Paths.Select(path => Run.ToEndAsync("wrk", "-t1", "-c50", "-d3s", "--timeout", "10s", server.Address.ToString().TrimEnd('/') + path)).ToList();
        var slowest = TimeSpan.Zero;
        while (floods.Exists(f => !f.IsCompleted))
        {
            var watch = Stopwatch.StartNew();
            using var fresh = server.Connect();
            Assert.Equal(Exposition.Length, (await fresh.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Length);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        Assert.All(await Task.WhenAll(floods), f => Assert.Equal(0, f.Status));
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"the slowest scrape took {slowest}");
    }

    [Fact]
    public async Task Two_hundred_clients_that_do_not_read_or_finish_are_dropped()
    {
        await using var server = await WebServer.StartAsync(scrape: context => context.Response.WriteAsync(string.Concat(Enumerable.Repeat(Exposition, 8))));
        var stop = TestContext.Current.CancellationToken;
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var client = new TcpClient { ReceiveBufferSize = 4096 };
                slow.Add(client);
                await client.ConnectAsync("127.0.0.1", server.Port, stop);

                // Half of them ask and never read the answer, the others never finish to ask.
                await client.GetStream().WriteAsync(i % 2 == 0 ? "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray() : "GET /metrics HTTP/1.1\r\nHost"u8.ToArray(), stop);
            }

            var watch = Stopwatch.StartNew();
            await server.Client.GetStringAsync("/metrics", stop);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"a scrape took {watch.Elapsed} beside slow clients");

            // Those that never finished asking are told so and dropped; the rest are cut off when they turn out not to read.
            foreach (var client in slow.Where((_, i) => i % 2 == 1))
            {
                using var reader = new StreamReader(client.GetStream());
                Assert.StartsWith("HTTP/1.1 408", await reader.ReadToEndAsync(stop), StringComparison.Ordinal);
            }

            foreach (var client in slow.Where((_, i) => i % 2 == 0))
            {
                await AssertCutOffAsync(client, stop);
            }
        }
        finally
        {
            slow.ForEach(c => c.Dispose());
        }
    }

    /// <summary>Waits, without reading, until the server has given up: only then is writing refused.</summary>
    private static async Task AssertCutOffAsync(TcpClient client, CancellationToken stop)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var given = Stopwatch.StartNew();
        while (given.Elapsed < TimeSpan.FromSeconds(30))
        {
            try
            {
                await client.GetStream().WriteAsync("\r\n"u8.ToArray(), stop);
            }
            catch (IOException)
            {
                return;
            }

            await tick.WaitForNextTickAsync(stop);
        }

        Assert.Fail("a client that does not read is still connected after 30 s");
    }
}
