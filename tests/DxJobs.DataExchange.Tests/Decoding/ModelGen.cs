using System.Collections;
using System.Reflection;
using Amazon.Runtime;
using CsCheck;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Random objects of the model, every member of them, to any depth.</summary>
internal static class ModelGen
{
    public static readonly Gen<string> Text = Gen.String.Where(IsText);

    private static readonly Gen<DateTime> Time = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    /// <summary>An object, any of its members null at times.</summary>
    public static Gen<T> Create<T>() => Object(typeof(T)).Select(o => (T)o);

    /// <summary>The constants of an enumeration, and other values.</summary>
    private static Gen<object> Constant(System.Type type)
    {
        var known = type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => f.GetValue(null)!).ToArray();
        return Gen.Frequency(
            (4, Gen.Int[0, known.Length - 1].Select(i => known[i])), (1, Text.Select(text => Activator.CreateInstance(type, text)!)));
    }

    private static Gen<object> Value(System.Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text.Select(text => (object)text),
            _ when type == typeof(DateTime) => Time.Select(time => (object)time),
            _ when type == typeof(double) => Gen.Double.Where(double.IsFinite).Select(number => (object)number),
            _ when type == typeof(bool) => Gen.Bool.Select(flag => (object)flag),
            _ when type.IsSubclassOf(typeof(ConstantClass)) => Constant(type),
            { IsGenericType: true } => Value(type.GetGenericArguments()[0]).List[0, 3].Select(elements => ListOf(type, elements)),
            _ => Object(type),
        };
    }

    private static Gen<object> Object(System.Type type)
    {
        var members = type.GetProperties().Where(p => p.DeclaringType!.Namespace == "Amazon.DataExchange.Model").ToArray();
        Assert.NotEmpty(members);
        return members.Aggregate(
            Gen.Const(() => Activator.CreateInstance(type)!),
            (gen, member) => Gen.Select(gen, Gen.Bool, Gen.Bool, Value(member.PropertyType), (of, absent, veryAbsent, value) =>
            {
                member.SetValue(of, absent && veryAbsent ? null : value);
                return of;
            }));
    }

    private static object ListOf(System.Type type, List<object> elements)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        elements.ForEach(element => list.Add(element));
        return list;
    }

    /// <summary>JSON cannot carry a lone surrogate.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
