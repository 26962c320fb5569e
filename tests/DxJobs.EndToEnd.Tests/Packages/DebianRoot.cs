using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Packages;

/// <summary>A copy of a minimal Debian, in which packages are installed.</summary>
internal sealed class DebianRoot : IAsyncDisposable
{
    private static readonly string[] AsRoot = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];

    private DebianRoot(string folder) => Folder = folder;

    /// <summary>The folder of the root.</summary>
    public string Folder { get; }

    /// <summary>Copies the minimal Debian of a suite.</summary>
    public static async Task<DebianRoot> CreateAsync(string suite)
    {
        Tool.RequireFile("/usr/sbin/debootstrap");
        var source = (await RootAsync(Repository.Path("eng", "debian-root.sh"), suite)).Trim();
        var root = new DebianRoot(Path.Combine(Path.GetTempPath(), $"dxjobs-root-{suite}-{Guid.NewGuid():N}"));
        await RootAsync("cp", "-a", "--reflink=auto", source, root.Folder);
        return root;
    }

    /// <summary>Runs a program on this machine as root.</summary>
    public static Task<string> RootAsync(params string[] command)
    {
        string[] all = [.. AsRoot, .. command];
        return Build.RunAsync(all[0], all[1..]);
    }

    /// <summary>Runs a shell script in the root; the test fails if it does.</summary>
    public Task<string> ShellAsync(string script) =>
        RootAsync("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "chroot", Folder, "sh", "-euc", script);

    /// <summary>Copies a file into the root's folder /root.</summary>
    public Task<string> AddAsync(string file) => RootAsync("cp", file, Path.Combine(Folder, "root") + "/");

    /// <summary>The command that runs a program in the root as a user.</summary>
    public (string Program, string[] Arguments) CommandAs(string user, IEnumerable<string> environment, IEnumerable<string> command)
    {
        string[] all = [.. AsRoot, "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", .. environment, "chroot", $"--userspec={user}:{user}", Folder, .. command];
        return (all[0], all[1..]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RootAsync("rm", "-rf", "--one-file-system", Folder);
}
