using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>What can be reached from an object, private fields included.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<System.Type, FieldInfo[]> FieldsOf = new();

    public static List<string> StringsIn(object from) => StringsIn(from, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static List<string> StringsIn(object? from, HashSet<object> seen)
    {
        if (from is string text)
        {
            return [text];
        }

        if (from is null || from.GetType().IsPrimitive || from is MemberInfo || !seen.Add(from))
        {
            return [];
        }

        if (from is byte[] bytes)
        {
            return [Encoding.UTF8.GetString(bytes)];
        }

        var elements = from is IEnumerable many ? many.Cast<object?>() : [];
        var fields = FieldsOf.GetOrAdd(from.GetType(), type => [.. Ancestry(type).SelectMany(t => t.GetFields(Declared))])
            .Where(f => !f.FieldType.IsPointer).Select(f => f.GetValue(from));
        return elements.Concat(fields).SelectMany(o => StringsIn(o, seen)).ToList();
    }

    private static IEnumerable<System.Type> Ancestry(System.Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
