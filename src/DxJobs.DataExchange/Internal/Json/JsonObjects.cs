using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Objects and lists inside a job, a data set or a revision. A value of the wrong kind is read as absent: one damaged entry
/// must not
/// make the others on its page unreadable.
/// </summary>
internal static class JsonObjects
{
    /// <summary>Reads an object; members that <paramref name="readMember"/> does not know are skipped.</summary>
    public static T? Read<T>(ref Utf8JsonReader reader, ReadMember<T> readMember)
        where T : class, new()
    {
        reader.Read();
        return ReadCurrent(ref reader, readMember);
    }

    /// <summary>Reads a list of objects; elements that are not objects are skipped.</summary>
    public static List<T>? ReadAll<T>(ref Utf8JsonReader reader, ReadMember<T> readMember)
        where T : class, new()
    {
        if (!EnterArray(ref reader))
        {
            return null;
        }

        var list = new List<T>();
        while (NextElement(ref reader))
        {
            if (ReadCurrent(ref reader, readMember) is { } element)
            {
                list.Add(element);
            }
        }

        return list;
    }

    /// <summary>
    /// Reads the list that a page consists of. Anything but a list or null makes the page malformed; an element that is neither
    /// an object nor null
    /// yields an object without values.
    /// </summary>
    public static List<T>? RequireAll<T>(ref Utf8JsonReader reader, Decode<T> decode)
        where T : class, new()
    {
        if (!JsonValues.RequireArray(ref reader))
        {
            return null;
        }

        var list = new List<T>();
        while (NextElement(ref reader))
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                list.Add(decode(ref reader));
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                reader.Skip();
                list.Add(new T());
            }
        }

        return list;
    }

    /// <summary>Reads the members of the current object.</summary>
    public static T ReadMembers<T>(ref Utf8JsonReader reader, ReadMember<T> readMember)
        where T : class, new()
    {
        var value = new T();
        while (JsonValues.NextProperty(ref reader))
        {
            if (!readMember(ref reader, value))
            {
                reader.Skip();
            }
        }

        return value;
    }

    public static List<string>? ReadStrings(ref Utf8JsonReader reader)
    {
        if (!EnterArray(ref reader))
        {
            return null;
        }

        var list = new List<string>();
        while (NextElement(ref reader))
        {
            if (JsonValues.CurrentString(ref reader) is { } text)
            {
                list.Add(text);
            }
        }

        return list;
    }

    public static List<T>? ReadConstants<T>(ref Utf8JsonReader reader, ConstantReader<T> constants)
        where T : ConstantClass
    {
        if (!EnterArray(ref reader))
        {
            return null;
        }

        var list = new List<T>();
        while (NextElement(ref reader))
        {
            if (constants.Current(ref reader) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private static T? ReadCurrent<T>(ref Utf8JsonReader reader, ReadMember<T> readMember)
        where T : class, new()
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        return ReadMembers(ref reader, readMember);
    }

    private static bool EnterArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    private static bool NextElement(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }
}
