using System.Globalization;
using System.Text;

namespace DxJobs.Core.Backfill;

/// <summary>Writes series with timestamps in OpenMetrics text format, series by series, oldest sample first.</summary>
internal sealed class OpenMetricsWriter : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly byte[][] _timestamps;
    private int _used;

    public OpenMetricsWriter(Stream stream, BackfillTimeline timeline)
    {
        _stream = stream;
        _timestamps = new byte[timeline.Count][];
        for (var i = 0; i < timeline.Count; i++)
        {
            _timestamps[i] = Encoding.ASCII.GetBytes($" {timeline.UnixSecondsAt(i)}\n");
        }
    }

    /// <summary>Number of samples written.</summary>
    public long Samples { get; private set; }

    /// <summary>Number of series written.</summary>
    public int Series { get; private set; }

    /// <summary>Number of bytes written.</summary>
    public long Bytes { get; private set; }

    /// <summary>Format of the <c>le</c> label.</summary>
    public static string FormatBound(double bound) =>
        double.IsPositiveInfinity(bound) ? "+Inf"
        : double.IsInteger(bound) ? bound.ToString("F1", CultureInfo.InvariantCulture)
        : bound.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Writes the header of a family.</summary>
    public void WriteFamily(BackfillFamily family)
    {
        Append(Encoding.UTF8.GetBytes($"# TYPE {family.Name} {family.Type}\n# HELP {family.Name} {Escape(family.Help)}\n"));
    }

    /// <summary>Writes a series; one that is absent or 0 throughout is omitted.</summary>
    public void WriteSeries(BackfillSeries series, IReadOnlyList<KeyValuePair<string, string>> labels, double[] values)
    {
        if (values.All(value => double.IsNaN(value) || value == 0))
        {
            return;
        }

        Series++;
        var all = labels.Select(label => (Name: label.Key, label.Value)).Concat(series.Labels)
            .Select(label => $"{label.Name}=\"{Escape(label.Value)}\"");
        var prefix = Encoding.UTF8.GetBytes($"{series.Name}{{{string.Join(',', all)}}} ");
        var (last, text) = (double.NaN, Array.Empty<byte>());
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value))
            {
                continue;
            }

            if (value != last)
            {
                (last, text) = (value, Encoding.ASCII.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));
            }

            Append(prefix);
            Append(text);
            Append(_timestamps[i]);
            Samples++;
        }
    }

    /// <summary>Writes the end marker, without which readers reject the file.</summary>
    public void Complete()
    {
        Append("# EOF\n"u8);
        Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_used + bytes.Length > BufferSize)
        {
            Flush();
        }

        if (bytes.Length > BufferSize)
        {
            _stream.Write(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer.AsSpan(_used));
            _used += bytes.Length;
        }

        Bytes += bytes.Length;
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _stream.Flush();
        _used = 0;
    }
}
