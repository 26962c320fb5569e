using System.Security.Cryptography;
using System.Text;
using DxJobs.Exporter.Web.Tls;

namespace DxJobs.Exporter.Web.Settings;

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
    private byte[] _seen;
    private long _lookedAt;
    private int _looking;

    private WebConfigSource(string? path, WebSettings settings, byte[] seen, TimeProvider time, ILogger logger)
    {
        (_path, _current, _seen, _time, _logger) = (path, settings, seen, time, logger);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>For a server without a web configuration.</summary>
    public static WebConfigSource None(TimeProvider time, ILogger logger) => new(null, WebSettings.None, [], time, logger);

    /// <summary>Opens a file for the first time; null when it is no good, and the problems say why.</summary>
    public static WebConfigSource? Open(string path, TimeProvider time, ILogger logger, out IReadOnlyList<WebConfigProblem> problems)
    {
        var (settings, found) = Load(path, time, out var seen);
        problems = found;
        return settings is null ? null : new WebConfigSource(path, settings, seen, time, logger);
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
        if (Fingerprint(path, Volatile.Read(ref _current).Config).AsSpan().SequenceEqual(_seen))
        {
            return;
        }

        var (settings, problems) = Load(path, _time, out var seen);
        _seen = seen;
        if (settings is not null && settings.Tls is null != Volatile.Read(ref _current).Tls is null)
        {
            problems = [new WebConfigProblem(1, "tls_server_config", "TLS cannot be switched on or off while running: restart for that")];
        }

        if (problems.Count > 0)
        {
            // Both kinds of files count into the fingerprint of the configuration that stays, so that a repaired one is seen.
            _seen = Fingerprint(path, Volatile.Read(ref _current).Config);
            WebLog.WebConfigRefused(_logger, path, string.Join("; ", problems));
            return;
        }

        Volatile.Write(ref _current, settings!);
        WebLog.WebConfigReloaded(_logger, path);
    }

    private static (WebSettings? Settings, IReadOnlyList<WebConfigProblem> Problems) Load(string path, TimeProvider time, out byte[] seen)
    {
        seen = [];
        string text;
        try
        {
            text = new PemSource("", 1, path, null).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new WebConfigProblem(1, "", "cannot be read: " + e.Message)]);
        }

        var reading = WebConfigReader.Read(text, Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (reading.Config is not { } config)
        {
            return (null, reading.Problems);
        }

        // Before the files are read: a change in between is then seen as one, and at worst read twice.
        seen = Fingerprint(path, config);
        var problems = new List<WebConfigProblem>();
        var tls = config.Tls is null ? null : TlsMaterial.Load(config.Tls, config.Http2, time, problems);
        return problems.Count == 0 ? (new WebSettings(config, tls), []) : (null, problems);
    }

    private static byte[] Fingerprint(string path, WebConfig config)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<PemSource?> files = [new PemSource("", 1, path, null), config.Tls?.Certificate, config.Tls?.PrivateKey, config.Tls?.ClientCa];
        foreach (var file in files.OfType<PemSource>())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(TextOrWhyNot(file)));
            hash.AppendData([0]);
        }

        return hash.GetHashAndReset();
    }

    private static string TextOrWhyNot(PemSource file)
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
}
