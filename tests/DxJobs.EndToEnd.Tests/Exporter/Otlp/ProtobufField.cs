using System.Text;

namespace DxJobs.EndToEnd.Tests.Exporter.Otlp;

/// <summary>One field of a message.</summary>
/// <param name="Number">Its number in the schema.</param>
/// <param name="Value">Its bits, if it is a number.</param>
/// <param name="Bytes">Its bytes, if it is a text, bytes or a message.</param>
internal readonly record struct ProtobufField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>As a text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>As an id in hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The fields of the message in it.</summary>
    public IReadOnlyList<ProtobufField> Fields => Protobuf.Read(Bytes);
}
