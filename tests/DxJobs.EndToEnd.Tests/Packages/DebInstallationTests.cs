using System.Diagnostics;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;

namespace DxJobs.EndToEnd.Tests.Packages;

/// <summary>The .deb in clean roots of Debian 12 and 13: installed, run, upgraded and purged.</summary>
[Collection(nameof(PackagesGroup))]
public sealed class DebInstallationTests(BuiltPackages packages)
{
    private const string Configuration = "/etc/dxjobs-exporter/dxjobs.yaml";

    [Theory]
    [InlineData("bookworm")]
    [InlineData("trixie")]
    public async Task It_installs_runs_as_its_user_keeps_a_changed_configuration_and_leaves_nothing_behind(string suite)
    {
        await using var root = await DebianRoot.CreateAsync(suite);
        var deb = packages.PathOf($"dxjobs-exporter_{BuiltPackages.Version}_amd64.deb");
        await root.AddAsync(deb);
        var before = await root.ShellAsync("find /usr /etc -xdev | sort; getent passwd; getent group");

        await root.ShellAsync($"dpkg -i /root/{Path.GetFileName(deb)}");
        Assert.Contains(":/nonexistent:/usr/sbin/nologin", await root.ShellAsync("getent passwd dxjobs-exporter"), StringComparison.Ordinal);
        Assert.Equal("640 root dxjobs-exporter", (await root.ShellAsync($"stat -c '%a %U %G' {Configuration}")).Trim());
        Assert.StartsWith("dxjobs-exporter ", await root.ShellAsync("dxjobs-exporter --version"), StringComparison.Ordinal);

        // The administrator's configuration: a target at the simulator.
        await using var server = await Accounts.StillAsync(50);
        await root.ShellAsync(
            $"printf 'targets: [{{name: packaged, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]\\n' > {Configuration}");
        await RunsAsync(root, "packaged");

        // An upgrade whose default configuration is another one.
        await root.ShellAsync($$"""
            cd /root
            dpkg-deb -R {{Path.GetFileName(deb)}} next
            sed -i 's/^Version: .*/Version: 9.0.0/' next/DEBIAN/control
            echo '# another default' >> next{{Configuration}}
            dpkg-deb -b next next.deb
            dpkg -i --force-confdef --force-confold next.deb
            """);
        Assert.Equal("9.0.0", await root.ShellAsync("dpkg-query -W -f '${Version}' dxjobs-exporter"));
        Assert.Contains("packaged", await root.ShellAsync($"cat {Configuration}"), StringComparison.Ordinal);
        Assert.Contains("# another default", await root.ShellAsync($"cat {Configuration}.dpkg-dist"), StringComparison.Ordinal);
        Assert.Equal("640 root dxjobs-exporter", (await root.ShellAsync($"stat -c '%a %U %G' {Configuration}")).Trim());

        await root.ShellAsync("dpkg -r dxjobs-exporter");
        Assert.Contains("packaged", await root.ShellAsync($"cat {Configuration}"), StringComparison.Ordinal);
        await root.ShellAsync("dpkg -P dxjobs-exporter");
        var after = await root.ShellAsync("find /usr /etc -xdev | sort; getent passwd; getent group");
        Assert.Equal("", string.Join('\n', after.Split('\n').Except(before.Split('\n')).Where(line => !line.EndsWith('-'))));
    }

    /// <summary>Starts what the unit starts, as the user of the unit, and waits for a poll.</summary>
    private static async Task RunsAsync(DebianRoot root, string target)
    {
        var unit = (await root.ShellAsync("cat /usr/lib/systemd/system/dxjobs-exporter.service")).Split('\n');
        var address = $"127.0.0.1:{RunningProgram.FreePort()}";
        var (program, arguments) = root.CommandAs(
            Value("User"),
            [
                $"DXJOBS_WEB__LISTEN_ADDRESS={address}",
                $"AWS_ACCESS_KEY_ID={SimulatorCredentials.AccessKeyId}",
                $"AWS_SECRET_ACCESS_KEY={SimulatorCredentials.SecretAccessKey}",
            ],
            Value("ExecStart").Split(' '));
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var log = process.StandardError.ReadToEndAsync();
        try
        {
            using var http = new HttpClient();
            await Eventually.TrueAsync(
                async () =>
                {
                    Assert.False(process.HasExited, process.HasExited ? await log : "");
                    try
                    {
                        return (await http.GetStringAsync($"http://{address}/metrics", TestContext.Current.CancellationToken))
                            .Contains($"dxjobs_target_up{{region=\"us-east-1\",target=\"{target}\"}} 1\n", StringComparison.Ordinal);
                    }
                    catch (HttpRequestException)
                    {
                        return false;
                    }
                },
                "the target is up",
                TestContext.Current.CancellationToken);
            Assert.Equal(0, (await Command.RunAsync("curl", ["-fsS", $"http://{address}/readyz"], cancel: TestContext.Current.CancellationToken)).ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string Value(string key) => unit.Single(line => line.StartsWith($"{key}=", StringComparison.Ordinal))[(key.Length + 1)..];
    }
}
