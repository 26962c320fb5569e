using System.Runtime.InteropServices;
using Amazon.DataExchange.Internal;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Bodies can hold signed URLs and keys, so no buffer goes back to the pool with its content.</summary>
[Collection(SharedPool.Name)]
public sealed class BufferedBodyTests
{
    private const byte Secret = 0xA5;

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(300_000)]
    public async Task Every_buffer_is_wiped_before_the_pool_gets_it_back(int length)
    {
        using var source = new RecordingStream(length);
        using (var body = new BufferedBody(sizeHint: 1_000))
        {
            await body.FillAsync(source, int.MaxValue, TestContext.Current.CancellationToken);
            Assert.Equal(length, body.OpenResponse().Length);
            Assert.Contains(Secret, source.Buffers.Last());
        }

        Assert.All(source.Buffers, buffer => Assert.DoesNotContain(Secret, Written(buffer, length)));
    }

    [Fact]
    public async Task So_is_that_of_a_body_that_is_too_long()
    {
        using var source = new RecordingStream(5_000);
        var body = new BufferedBody(sizeHint: 1_000);

        await Assert.ThrowsAsync<InvalidDataException>(() => body.FillAsync(source, 3_000, TestContext.Current.CancellationToken));
        Assert.Contains(Secret, source.Buffers.Last());
        body.Dispose();

        Assert.All(source.Buffers, buffer => Assert.DoesNotContain(Secret, Written(buffer, 5_000)));
    }

    /// <summary>What the body can have written to a buffer; the rest may hold what another user of the pool left.</summary>
    private static byte[] Written(byte[] buffer, int length) => buffer[..Math.Min(length, buffer.Length)];

    /// <summary>Fills the buffers that it is given, without going asynchronous, and remembers them.</summary>
    private sealed class RecordingStream(int length) : MemoryStream(Enumerable.Repeat(Secret, length).ToArray())
    {
        public List<byte[]> Buffers { get; } = [];

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.True(MemoryMarshal.TryGetArray<byte>(buffer, out var array));
            Buffers.Add(array.Array!);
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
