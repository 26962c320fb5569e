using System.Text;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the values of an enumeration: known ones without allocating a string, unknown ones unchanged.</summary>
internal sealed class ConstantReader<T>(Func<string, T> create, params T[] known)
    where T : ConstantClass
{
    private readonly (byte[] Utf8, T Value)[] _known = [.. known.Select(value => (Encoding.UTF8.GetBytes(value.Value), value))];

    public T? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Current(ref reader);
    }

    /// <summary>The current value, if it is a string.</summary>
    public T? Current(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (var (utf8, value) in _known)
            {
                if (reader.ValueTextEquals(utf8))
                {
                    return value;
                }
            }
        }

        return JsonValues.CurrentString(ref reader) is { } unknown ? create(unknown) : null;
    }
}
