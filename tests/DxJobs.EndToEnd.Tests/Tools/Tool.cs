namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>Programs of others that tests drive. Where one is missing the test is skipped, but on a build server (CI=true) it fails.</summary>
internal static class Tool
{
    /// <summary>The full path of a program: that of Debian's package, which test.sh installs, else that on the PATH.</summary>
    public static string Require(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin").Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists);
        return found ?? Missing(name);
    }

    /// <summary>The same for a tool that is a file of its own, such as one of npm's packages.</summary>
    public static string RequireFile(string path) => File.Exists(path) ? path : Missing(Path.GetFileName(path));

    private static string Missing(string name)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{name} is not installed; see test.sh for what these tests need");
        }

        Assert.Skip($"{name} is not installed");
        throw new InvalidOperationException("Assert.Skip returns never");
    }
}
