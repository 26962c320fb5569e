using System.Buffers.Binary;

namespace DxJobs.EndToEnd.Tests.Exporter.Otlp;

/// <summary>Reads the fields of a protobuf message, whatever its schema. Source: https://protobuf.dev/programming-guides/encoding/.</summary>
internal static class Protobuf
{
    /// <summary>The fields in their order.</summary>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public static IReadOnlyList<ProtobufField> Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<ProtobufField>();
        while (message.Length > 0)
        {
            var key = Varint(ref message);
            var number = (int)(key >> 3);
            fields.Add((key & 7) switch
            {
                0 => new ProtobufField(number, Varint(ref message), default),
                1 => new ProtobufField(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default),
                2 => new ProtobufField(number, 0, Take(ref message, (int)Varint(ref message))),
                5 => new ProtobufField(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default),
                var type => throw new InvalidDataException($"wire type {type}"),
            });
        }

        return fields;
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(ref message, 1).Span[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number without an end");
    }
}
