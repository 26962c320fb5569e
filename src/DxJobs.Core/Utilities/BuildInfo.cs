using System.Reflection;

namespace DxJobs.Core.Utilities;

/// <summary>Which build this is.</summary>
internal static class BuildInfo
{
    private static readonly string[] Informational =
        (typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>The version, such as <c>1.2.3</c>.</summary>
    public static string Version => Informational[0];

    /// <summary>The commit that it was built from; <c>unknown</c> where the build was not told.</summary>
    public static string Revision => Informational.Length > 1 ? Informational[1] : "unknown";
}
