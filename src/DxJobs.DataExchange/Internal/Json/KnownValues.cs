using System.Text;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads an enumeration's values: a known one without making a string, an unknown one as it came.</summary>
internal sealed class KnownValues<T>(Func<string, T> make, params T[] known)
    where T : ConstantClass
{
    private readonly (byte[] Utf8, T Value)[] _known = [.. known.Select(value => (Encoding.UTF8.GetBytes(value.Value), value))];

    public T? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonValues.Unexpected(ref reader, "a string");
        }

        foreach (var (utf8, value) in _known)
        {
            if (reader.ValueTextEquals(utf8))
            {
                return value;
            }
        }

        return make(reader.GetString()!);
    }
}
