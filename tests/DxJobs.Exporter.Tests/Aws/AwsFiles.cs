using System.Runtime.CompilerServices;

namespace DxJobs.Exporter.Tests.Aws;

/// <summary>
/// The AWS configuration files of this process: the tests' own, never those of whoever runs them. The SDK looks once in a process where they are,
/// so this has to be said before any test begins.
/// </summary>
internal static class AwsFiles
{
    private static string Folder { get; } = Directory.CreateTempSubdirectory("dxjobs-aws-").FullName;

    /// <summary>Writes the configuration file.</summary>
    public static void WriteConfig(string text) => Write("config", text);

    /// <summary>Writes a file beside it and says where it is.</summary>
    public static string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

#pragma warning disable CA2255 // A test program's own start, not a library's.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Announce()
    {
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Write("config", ""));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Write("credentials", ""));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
    }
}
