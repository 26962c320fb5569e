using System.Globalization;

namespace DxJobs.EndToEnd.Tests.Exporter.Otlp;

/// <summary>A span as it came. Source of the numbers: opentelemetry-proto, trace/v1/trace.proto and common/v1/common.proto.</summary>
internal sealed record ReceivedSpan
{
    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    /// <summary>Empty for a root.</summary>
    public required string ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>1 internal, 3 client.</summary>
    public required int Kind { get; init; }

    /// <summary>When it began, in nanoseconds since 1970.</summary>
    public required ulong Start { get; init; }

    /// <summary>When it ended, in nanoseconds since 1970.</summary>
    public required ulong End { get; init; }

    /// <summary>0 unset, 1 ok, 2 error.</summary>
    public required int Status { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>The names of its events.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public required IReadOnlyDictionary<string, string> Resource { get; init; }

    /// <summary>The spans of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<ReceivedSpan> ReadAll(ReadOnlyMemory<byte> request) =>
        from resourceSpans in Protobuf.Read(request)
        where resourceSpans.Number == 1
        let resource = AttributesOf(resourceSpans.Fields.Where(f => f.Number == 1).SelectMany(f => f.Fields), 1)
        from scopeSpans in resourceSpans.Fields
        where scopeSpans.Number == 2
        from span in scopeSpans.Fields
        where span.Number == 2
        select Read(span.Fields, resource);

    private static ReceivedSpan Read(IReadOnlyList<ProtobufField> span, IReadOnlyDictionary<string, string> resource) => new()
    {
        TraceId = Field(span, 1).Hex,
        SpanId = Field(span, 2).Hex,
        ParentId = Field(span, 4).Hex,
        Name = Field(span, 5).Text,
        Kind = (int)Field(span, 6).Value,
        Start = Field(span, 7).Value,
        End = Field(span, 8).Value,
        Attributes = AttributesOf(span, 9),
        Events = [.. span.Where(f => f.Number == 11).Select(e => Field(e.Fields, 2).Text)],
        Status = (int)Field(Field(span, 15).Fields, 3).Value,
        Resource = resource,
    };

    private static ProtobufField Field(IEnumerable<ProtobufField> fields, int number) => fields.FirstOrDefault(f => f.Number == number);

    private static Dictionary<string, string> AttributesOf(IEnumerable<ProtobufField> fields, int number) =>
        fields.Where(f => f.Number == number).ToDictionary(f => Field(f.Fields, 1).Text, f => Value(Assert.Single(Field(f.Fields, 2).Fields)));

    private static string Value(ProtobufField any) => any.Number switch
    {
        1 => any.Text,
        2 => any.Value == 1 ? "true" : "false",
        3 => ((long)any.Value).ToString(CultureInfo.InvariantCulture),
        4 => BitConverter.UInt64BitsToDouble(any.Value).ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidDataException($"a value of kind {any.Number}"),
    };
}
