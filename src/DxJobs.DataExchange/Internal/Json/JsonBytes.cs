using System.Text.Json;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Whole documents.</summary>
internal static class JsonBytes
{
    /// <summary>
    /// A body's bytes: in place where it is buffered (see <see cref="BodyReader"/>), as a copy where the SDK has wrapped it.
    /// </summary>
    public static ReadOnlySpan<byte> Of(Stream body)
    {
        if (body is MemoryStream memory && memory.TryGetBuffer(out var bytes))
        {
            return bytes;
        }

        using var copy = new MemoryStream();
        body.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length);
    }

    /// <summary>Decodes a document, all of it: what comes after its end makes it malformed.</summary>
    /// <exception cref="JsonException">It is not JSON, or ends too early or too late, or a value is not of its field's
    /// kind.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> utf8, int maxDepth, Decode<T> decode)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        var value = decode(ref reader);
        reader.Read();
        return value;
    }
}
