using System.Reflection;
using Amazon.Runtime;

namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary>All that an assembly shows of <c>Amazon.DataExchange</c>, a line for each type and member, for comparison by text.</summary>
internal static class PublicShape
{
    public static SortedSet<string> Of(Assembly assembly) => new(
        assembly.GetExportedTypes().Where(t => t.Namespace is "Amazon.DataExchange" or "Amazon.DataExchange.Model").SelectMany(Lines), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{(type.IsInterface ? "interface" : "class")} {type} : {type.BaseType}{(type.IsAbstract && !type.IsInterface ? " abstract" : "")}{(type.IsSealed ? " sealed" : "")}";
        foreach (var implemented in type.GetInterfaces())
        {
            yield return $"{type} is {implemented}";
        }

        foreach (var constructor in type.GetConstructors())
        {
            yield return $"{type}({Parameters(constructor)})";
        }

        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(Declared))
        {
            var value = field.GetValue(null) is ConstantClass constant ? constant.Value : "";
            yield return $"{type}.{field.Name}: {field.FieldType} = {value}{(field.IsInitOnly ? " readonly" : "")}";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            yield return $"{type}.{property.Name}: {property.PropertyType}{(property.GetMethod?.IsPublic == true ? " get" : "")}{(property.SetMethod?.IsPublic == true ? " set" : "")}";
        }

        foreach (var method in type.GetMethods(Declared).Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)))
        {
            yield return $"{type}.{method.Name}({Parameters(method)}): {method.ReturnType}{(method.IsStatic ? " static" : "")}{(method.IsVirtual && !method.IsFinal ? " virtual" : "")}";
        }
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType} {p.Name}{(p.IsOptional ? "?" : "")}"));
}
