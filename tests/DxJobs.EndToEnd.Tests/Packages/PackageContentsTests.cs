using System.Text.Json;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Packages;

/// <summary>The contents and metadata of the .deb, the .rpm, the tarball and the SBOM.</summary>
[Collection(nameof(PackagesGroup))]
public sealed partial class PackageContentsTests(BuiltPackages packages)
{
    private const string Deb = $"dxjobs-exporter_{BuiltPackages.Version}_amd64.deb";
    private const string Rpm = $"dxjobs-exporter-{BuiltPackages.Version}-1.x86_64.rpm";
    private const string Tarball = $"dxjobs-exporter-{BuiltPackages.Version}-linux-amd64.tar.gz";
    private const string Sbom = $"dxjobs-exporter-{BuiltPackages.Version}-linux-amd64.cdx.json";

    private static readonly string[] Installed =
    [
        "/etc/dxjobs-exporter/dxjobs.yaml",
        "/etc/dxjobs-exporter/environment",
        "/usr/bin/dxjobs-exporter",
        "/usr/lib/systemd/system/dxjobs-exporter.service",
        "/usr/share/bash-completion/completions/dxjobs-exporter",
        "/usr/share/doc/dxjobs-exporter/copyright",
        "/usr/share/doc/dxjobs-exporter/examples/dxjobs.rules.yaml",
        "/usr/share/fish/vendor_completions.d/dxjobs-exporter.fish",
        "/usr/share/man/man1/dxjobs-exporter.1.gz",
    ];

    [Fact]
    public async Task The_checksums_are_those_of_all_files()
    {
        Assert.Equal([Sbom, Tarball, Rpm, Deb, "SHA256SUMS"], packages.Files.OrderBy(f => Array.IndexOf([Sbom, Tarball, Rpm, Deb, "SHA256SUMS"], f)));
        Assert.Equal(4, File.ReadAllLines(packages.PathOf("SHA256SUMS")).Length);
        await BashAsync($"cd '{packages.PathOf("")}' && sha256sum --check --strict SHA256SUMS");
    }

    [Fact]
    public async Task The_deb_has_the_program_its_service_and_its_documentation()
    {
        var files = (await BashAsync($"dpkg-deb --fsys-tarfile '{packages.PathOf(Deb)}' | tar -t")).Split('\n').Where(f => f.Length > 0 && !f.EndsWith('/')).Select(f => f[1..]);
        Assert.Equal([.. Installed, "/usr/share/zsh/vendor-completions/_dxjobs-exporter"], files.Order(StringComparer.Ordinal));
        var control = await BashAsync($"dpkg-deb -f '{packages.PathOf(Deb)}'");
        Assert.All(
            (string[])["Package: dxjobs-exporter", $"Version: {BuiltPackages.Version}", "Architecture: amd64", "Depends: libc6 (>= 2.36), passwd, ca-certificates"],
            line => Assert.Contains(line + "\n", control, StringComparison.Ordinal));
        Assert.Equal(Installed[..2], (await BashAsync($"dpkg-deb -I '{packages.PathOf(Deb)}' conffiles")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_rpm_has_the_same_files_its_metadata_and_no_architecture_of_the_builder()
    {
        var files = (await RpmAsync("-qp", "--list")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] folders = ["/etc/dxjobs-exporter", "/usr/share/doc/dxjobs-exporter", "/usr/share/doc/dxjobs-exporter/examples"];
        Assert.Equal([.. Installed, "/usr/share/zsh/site-functions/_dxjobs-exporter"], files.Except(folders).Order(StringComparer.Ordinal));
        Assert.Equal(
            $"dxjobs-exporter|{BuiltPackages.Version}|1|x86_64|Apache-2.0|linux",
            await RpmAsync("-qp", "--queryformat", "%{NAME}|%{VERSION}|%{RELEASE}|%{ARCH}|%{LICENSE}|%{OS}"));
        Assert.Equal(Installed[..2], (await RpmAsync("-qp", "--configfiles")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(NotReplaced(), await RpmAsync("-qp", "--queryformat", "[%{FILEFLAGS:fflags} %{FILENAMES}\n]"));
        var requires = await RpmAsync("-qp", "--requires");
        Assert.All((string[])["shadow-utils", "ca-certificates", "glibc >= 2.34"], name => Assert.Contains(name, requires, StringComparison.Ordinal));
        Assert.Contains("useradd --system", await RpmAsync("-qp", "--scripts"), StringComparison.Ordinal);
        await BashAsync($"cd \"$(mktemp -d)\" && rpm2cpio '{packages.PathOf(Rpm)}' | cpio -id --quiet && cmp usr/bin/dxjobs-exporter '{packages.Binary}' && rm -r \"$PWD\"");
    }

    [Fact]
    public async Task The_unit_is_the_example_with_the_package_s_user_and_path()
    {
        var unit = await BashAsync($"dpkg-deb --fsys-tarfile '{packages.PathOf(Deb)}' | tar -xO ./usr/lib/systemd/system/dxjobs-exporter.service");
        Assert.Contains("\nExecStart=/usr/bin/dxjobs-exporter --config.file /etc/dxjobs-exporter/dxjobs.yaml\n", unit, StringComparison.Ordinal);
        Assert.Contains("\nUser=dxjobs-exporter\nGroup=dxjobs-exporter\n", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("DynamicUser", unit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_man_page_names_every_command_and_flag_of_the_reference()
    {
        var page = await BashAsync($"dpkg-deb --fsys-tarfile '{packages.PathOf(Deb)}' | tar -xO ./usr/share/man/man1/dxjobs-exporter.1.gz | zcat");
        var plain = page.Replace("\\-", "-", StringComparison.Ordinal);
        var reference = await File.ReadAllTextAsync(Repository.Path("docs", "command-line.md"), TestContext.Current.CancellationToken);
        Assert.All(Flag().Matches(reference).Select(m => m.Groups["flag"].Value).Distinct(), flag => Assert.Contains($"\\fB{flag}", plain, StringComparison.Ordinal));
        Assert.All(Command().Matches(reference).Select(m => m.Groups["command"].Value), command => Assert.Contains($".SH {command.ToUpperInvariant()}\n", plain, StringComparison.Ordinal));
        Assert.DoesNotContain("](", page, StringComparison.Ordinal);
        Assert.DoesNotContain('`', page);
        Assert.StartsWith(".TH DXJOBS\\-EXPORTER 1 ", page, StringComparison.Ordinal);
        Assert.Contains($"dxjobs\\-exporter {BuiltPackages.Version}", page, StringComparison.Ordinal);
        Assert.Equal("", await BashAsync($"dpkg-deb --fsys-tarfile '{packages.PathOf(Deb)}' | tar -xO ./usr/share/man/man1/dxjobs-exporter.1.gz | zcat | '{Tool.Require("groff")}' -man -Tutf8 -ww -z 2>&1"));
    }

    [Fact]
    public async Task The_tarball_has_the_binary_and_its_licence()
    {
        var files = (await BashAsync($"tar -tzf '{packages.PathOf(Tarball)}'")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(f => f[(f.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        Assert.Superset(new HashSet<string> { "dxjobs-exporter", "LICENSE", "dxjobs-exporter.1.gz", "dxjobs-exporter.service", "completions/_dxjobs-exporter" }, files.ToHashSet());
        await BashAsync($"tar -xzOf '{packages.PathOf(Tarball)}' dxjobs-exporter-{BuiltPackages.Version}-linux-amd64/dxjobs-exporter | cmp - '{packages.Binary}'");
    }

    [Fact]
    public void The_SBOM_lists_the_packages_of_the_lock_file()
    {
        using var sbom = JsonDocument.Parse(File.ReadAllText(packages.PathOf(Sbom)));
        Assert.Equal("CycloneDX", sbom.RootElement.GetProperty("bomFormat").GetString());
        Assert.Equal(BuiltPackages.Version, sbom.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "DxJobs.Exporter", "packages.linux-x64.lock.json")));
        var expected = locked.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject()
            .Where(p => p.Value.TryGetProperty("resolved", out _)).Select(p => $"pkg:nuget/{p.Name}@{p.Value.GetProperty("resolved").GetString()}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), sbom.RootElement.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("purl").GetString()!).Order(StringComparer.Ordinal));
    }

    /// <summary>Built again, and for the other architecture: what differs is what has to.</summary>
    [Fact]
    public async Task Two_builds_are_equal_and_the_arm64_packages_say_so()
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-packages-");
        try
        {
            await packages.BuildAsync("amd64", folder.FullName);
            Assert.Equal(await File.ReadAllTextAsync(packages.PathOf("SHA256SUMS"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(folder.FullName, "SHA256SUMS"), TestContext.Current.CancellationToken));
            await packages.BuildAsync("arm64", folder.FullName);
            Assert.Equal("arm64", (await BashAsync($"dpkg-deb -f '{folder.FullName}/dxjobs-exporter_{BuiltPackages.Version}_arm64.deb' Architecture")).Trim());
            Assert.Equal("aarch64", await BashAsync($"rpm -qp --queryformat '%{{ARCH}}' '{folder.FullName}/dxjobs-exporter-{BuiltPackages.Version}-1.aarch64.rpm'"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<string> RpmAsync(params string[] arguments) => Build.RunAsync(Tool.Require("rpm"), [.. arguments, packages.PathOf(Rpm)]);

    private static Task<string> BashAsync(string script) => Build.RunAsync("bash", "-euo", "pipefail", "-c", script);

    [GeneratedRegex(@"^\| `(?<flag>--[a-z.-]+)", RegexOptions.Multiline)]
    private static partial Regex Flag();

    [GeneratedRegex(@"^\| \[`(?<command>[a-z-]+)`\]", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^cn /etc/dxjobs-exporter/dxjobs\.yaml$", RegexOptions.Multiline)]
    private static partial Regex NotReplaced();
}
