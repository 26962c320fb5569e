using System.Buffers;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal;

/// <summary>
/// A body held in a pooled buffer, which is wiped before the pool has it back: bodies can hold signed URLs and keys.
/// </summary>
internal sealed class BufferedBody(int sizeHint) : IHttpResponseBody
{
    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(sizeHint);
    private int _length;

    /// <summary>Reads all of a stream.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="maxBytes"/>.</exception>
    public async Task FillAsync(Stream source, int maxBytes, CancellationToken cancellationToken)
    {
        while (await source.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is > 0 and var read)
        {
            _length += read;
            if (_length > maxBytes)
            {
                throw new InvalidDataException($"The answer is longer than {maxBytes} bytes");
            }

            if (_length == _buffer!.Length)
            {
                Grow();
            }
        }
    }

    public Stream OpenResponse() =>
        _buffer is { } buffer
            ? new MemoryStream(buffer, 0, _length, writable: false, publiclyVisible: true)
            : throw new ObjectDisposedException(nameof(BufferedBody));

    public Task<Stream> OpenResponseAsync() => Task.FromResult(OpenResponse());

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            Release(buffer);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Release(_buffer!);
        _buffer = larger;
    }

    private void Release(byte[] buffer)
    {
        buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
