using System.Security.Cryptography;
using System.Text;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>
/// The web configuration in force, renewed when its file or one that it names has changed: certificates are renewed and passwords changed without a
/// restart. Whoever needs it asks <see cref="Current"/>; the files are looked at by what they hold (symbolic links that are swapped, equal
/// times), and not more than once a second, however many handshakes there are. A bad new configuration is refused and the old one stays.
/// </summary>
internal sealed class WebConfigSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string? _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private WebSettings _current;
    private Watched _watched;
    private long _lookedAt;
    private int _looking;

    private WebConfigSource(string? path, WebSettings settings, Watched watched, TimeProvider time, ILogger logger)
    {
        (_path, _current, _watched, _time, _logger) = (path, settings, watched, time, logger);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>For a server without a web configuration.</summary>
    public static WebConfigSource None(TimeProvider time, ILogger logger) => new(null, WebSettings.None, new Watched([], []), time, logger);

    /// <summary>Opens a file for the first time; null when it is no good, and the problems say why.</summary>
    public static WebConfigSource? Open(string path, TimeProvider time, ILogger logger, out IReadOnlyList<WebConfigProblem> problems)
    {
        var (settings, watched, found) = Load(path, time);
        problems = found;
        return settings is null ? null : new WebConfigSource(path, settings, watched, time, logger);
    }

    /// <summary>The configuration in force now.</summary>
    public WebSettings Current
    {
        get
        {
            if (_path is not null && _time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= Patience && Interlocked.Exchange(ref _looking, 1) == 0)
            {
                try
                {
                    Look(_path);
                }
                finally
                {
                    Volatile.Write(ref _lookedAt, _time.GetTimestamp());
                    Volatile.Write(ref _looking, 0);
                }
            }

            return Volatile.Read(ref _current);
        }
    }

    private void Look(string path)
    {
        if (Fingerprint(_watched.Files).AsSpan().SequenceEqual(_watched.Fingerprint))
        {
            return;
        }

        // What is watched from now on is what the newest text names, good or not: a file that it waits for may come later.
        (var settings, _watched, var problems) = Load(path, _time);
        if (settings is not null && settings.Tls is null != Volatile.Read(ref _current).Tls is null)
        {
            problems = [new WebConfigProblem(1, "tls_server_config", "TLS cannot be switched on or off while running: restart for that")];
        }

        if (problems.Count > 0)
        {
            WebLog.WebConfigRefused(_logger, path, string.Join("; ", problems));
            return;
        }

        Volatile.Write(ref _current, settings!);
        WebLog.WebConfigReloaded(_logger, path);
    }

    private static (WebSettings? Settings, Watched Watched, IReadOnlyList<WebConfigProblem> Problems) Load(string path, TimeProvider time)
    {
        var itself = new PemSource("", 1, path, null);
        string text;
        try
        {
            text = itself.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new Watched([itself], Fingerprint([itself])), [new WebConfigProblem(1, "", "cannot be read: " + e.Message)]);
        }

        var (config, problems) = WebConfigReader.Read(text, Path.GetDirectoryName(Path.GetFullPath(path))!);

        // The fingerprint comes before the reading: a change in between is then seen at the next look, at worst read twice.
        IReadOnlyList<PemSource> files = [itself, .. Named(config?.Tls)];
        var watched = new Watched(files, Fingerprint(files));
        if (config is null)
        {
            return (null, watched, problems);
        }

        var found = new List<WebConfigProblem>();
        var tls = config.Tls is null ? null : TlsMaterial.Load(config.Tls, config.Http2, time, found);
        return found.Count == 0 ? (new WebSettings(config, tls), watched, []) : (null, watched, found);
    }

    private static IEnumerable<PemSource> Named(TlsSettings? tls) =>
        new[] { tls?.Certificate, tls?.PrivateKey, tls?.ClientCa }.OfType<PemSource>().Where(s => s.File is not null);

    private static byte[] Fingerprint(IReadOnlyList<PemSource> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(ReadOrError(file))));
        }

        return hash.GetHashAndReset();
    }

    private static string ReadOrError(PemSource file)
    {
        try
        {
            return file.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>The files looked at, and what they held when they were last read.</summary>
    private sealed record Watched(IReadOnlyList<PemSource> Files, byte[] Fingerprint);
}
