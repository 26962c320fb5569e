namespace DxJobs.Exporter.Profiles;

/// <summary>The settings of one section of the AWS configuration files. Keys with an empty value are absent.</summary>
/// <param name="name">The section's name, without <c>profile</c>.</param>
internal sealed class AwsProfile(string name)
{
    private readonly Dictionary<string, (string Value, string File, int Line)> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The keys that have a value.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>A key's value; null if it is absent or empty.</summary>
    public string? this[string key] => _values.TryGetValue(key, out var found) ? found.Value : null;

    /// <summary>The file and line of a key.</summary>
    public string Where(string key) => _values.TryGetValue(key, out var found) ? $"{found.File}:{found.Line}" : "";

    /// <summary>Sets a key; an empty value removes it.</summary>
    public void Set(string key, string value, string file, int line)
    {
        if (value.Length == 0)
        {
            _values.Remove(key);
        }
        else
        {
            _values[key] = (value, file, line);
        }
    }
}
