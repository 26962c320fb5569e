using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Profiles;

/// <summary>
/// The shared AWS configuration and credentials files, read as the AWS CLI reads them, and the lines that the AWS SDK cannot read: it
/// refuses a whole file because of one line, and quotes that line in its message.
/// </summary>
internal sealed class AwsProfileFiles
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, AwsProfile> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AwsProfile> _sessions = new(StringComparer.Ordinal);
    private readonly List<AwsFileProblem> _problems = [];

    private AwsProfileFiles()
    {
    }

    /// <summary>The lines that cannot be used.</summary>
    public IReadOnlyList<AwsFileProblem> Problems => _problems;

    /// <summary>The paths of the files, whether they exist or not.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Reads the files that the environment names, or those in <c>~/.aws</c>.</summary>
    /// <param name="variable">Returns an environment variable by name.</param>
    public static AwsProfileFiles Read(Func<string, string?> variable)
    {
        var home = variable("HOME") is { Length: > 0 } unix ? unix : variable("USERPROFILE") ?? "";
        var config = PathOf(variable("AWS_CONFIG_FILE"), Path.Combine(home, ".aws", "config"));
        var credentials = PathOf(variable("AWS_SHARED_CREDENTIALS_FILE"), Path.Combine(home, ".aws", "credentials"));
        var files = new AwsProfileFiles { Paths = [config, credentials] };
        files.ReadFile(config, isConfig: true);
        files.ReadFile(credentials, isConfig: false);
        return files;
    }

    /// <summary>The files of this process's environment.</summary>
    public static AwsProfileFiles Read() => Read(Environment.GetEnvironmentVariable);

    /// <summary>A profile; null if there is none of that name.</summary>
    public AwsProfile? Profile(string name) => _profiles.GetValueOrDefault(name);

    /// <summary>An <c>sso-session</c> section; null if there is none of that name.</summary>
    public AwsProfile? SsoSession(string name) => _sessions.GetValueOrDefault(name);

    /// <summary>Parses a text; for tests.</summary>
    internal static AwsProfileFiles Parse(string text, string file, bool isConfig)
    {
        var files = new AwsProfileFiles { Paths = [file] };
        files.ReadText(text, file, isConfig);
        return files;
    }

    /// <summary>The SDK, too, ignores a variable that names a file that does not exist.</summary>
    private static string PathOf(string? named, string usual) =>
        named?.Trim() is { Length: > 0 } path && File.Exists(path) ? path : usual;

    private void ReadFile(string path, bool isConfig)
    {
        try
        {
            if (File.Exists(path))
            {
                ReadText(BoundedFile.ReadText(path, MaxBytes), path, isConfig);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _problems.Add(new AwsFileProblem(path, 0, e is UnauthorizedAccessException ? "not readable by this user" : "cannot be read"));
        }
    }

    private void ReadText(string text, string file, bool isConfig)
    {
        AwsProfile? section = null;
        var hasSection = false;
        var hasParent = false;
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim('\r', '\n', '\ufeff');
            var content = line.Trim();
            if (content.Length == 0 || content[0] is '#' or ';')
            {
                continue;
            }

            if (content[0] == '[')
            {
                (section, hasSection, hasParent) = (Section(content, file, index + 1, isConfig), true, false);
            }
            else if (!hasSection)
            {
                Problem(file, index + 1, "comes before the first [section]");
            }
            else if (content.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                // An indented key belongs to the one before it (s3 =, services).
                var nested = hasParent && char.IsWhiteSpace(line[0]);
                var value = content[(equals + 1)..].Trim();
                hasParent = nested || value.Length == 0;
                if (!nested)
                {
                    section?.Set(content[..equals].Trim(), WithoutComment(value), file, index + 1);
                }
            }
            else
            {
                Problem(file, index + 1, "neither a [section], a key = value nor a comment");
            }
        }
    }

    private AwsProfile? Section(string content, string file, int line, bool isConfig)
    {
        var end = content.IndexOf(']', StringComparison.Ordinal);
        if (end < 0)
        {
            Problem(file, line, "a section without its closing bracket");
            return null;
        }

        if (content[^1] != ']')
        {
            Problem(file, line, "text after the closing bracket of a section, which the AWS SDK cannot read; move the comment to a line of its own");
        }

        var name = content[1..end].Trim();
        var space = name.IndexOfAny([' ', '\t']);
        var (kind, rest) = space < 0 ? ("", name) : (name[..space], name[space..].Trim().Trim('"', '\''));
        return (isConfig, kind) switch
        {
            (true, "profile") => Add(_profiles, rest),
            (true, "sso-session") => Add(_sessions, rest),
            (true, "") when name == "default" => Add(_profiles, name),
            (true, _) => null,
            (false, "profile") => Add(_profiles, rest),
            (false, _) => Add(_profiles, name),
        };
    }

    private static AwsProfile Add(Dictionary<string, AwsProfile> sections, string name)
    {
        if (!sections.TryGetValue(name, out var section))
        {
            sections.Add(name, section = new AwsProfile(name));
        }

        return section;
    }

    private static string WithoutComment(string value)
    {
        var comment = value.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var hash ? hash : value.IndexOf(" ;", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].Trim();
    }

    private void Problem(string file, int line, string message) => _problems.Add(new AwsFileProblem(file, line, message));
}
