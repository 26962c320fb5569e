namespace DxJobs.Exporter.Configuration;

/// <summary>All values that were given, by path (<c>targets.0.region</c>): those of the file, and over them those of the environment.</summary>
internal sealed class SettingTree
{
    private readonly SortedDictionary<string, Setting> _settings = new(StringComparer.Ordinal);

    /// <summary>The paths and values.</summary>
    public IReadOnlyDictionary<string, Setting> All => _settings;

    /// <summary>Gives a path a value, whatever it had before.</summary>
    public void Set(string path, Setting setting) => _settings[path] = setting;

    /// <summary>Takes a path and everything beneath it away.</summary>
    public void Clear(string path)
    {
        foreach (var gone in _settings.Keys.Where(p => p == path || p.StartsWith(path + ".", StringComparison.Ordinal)).ToList())
        {
            _settings.Remove(gone);
        }
    }

    /// <summary>The value of a path; null if it has none.</summary>
    public Setting? Find(string path) => _settings.GetValueOrDefault(path) is { Value: not null } setting ? setting : null;

    /// <summary>The first value at or beneath a path, or else beneath what holds it: where to point at for what is missing there.</summary>
    public Setting? NearestTo(string path)
    {
        while (path.Length > 0)
        {
            var beneath = _settings.Where(s => s.Key == path || s.Key.StartsWith(path + ".", StringComparison.Ordinal)).Select(s => s.Value);
            if (beneath.OrderBy(setting => setting.Line ?? int.MaxValue).FirstOrDefault() is { } nearest)
            {
                return nearest;
            }

            path = path[..Math.Max(0, path.LastIndexOf('.'))];
        }

        return null;
    }

    /// <summary>The numbers of the places of a list, ascending.</summary>
    public IReadOnlyList<int> PlacesOf(string path) =>
        [.. _settings.Keys.Where(p => p.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(p => p[(path.Length + 1)..].Split('.')[0]).Distinct()
            .Where(p => int.TryParse(p, out _)).Select(int.Parse).Order()];

    /// <summary>A path with <c>[]</c> for places in lists: as the catalogue spells it.</summary>
    public static string Generic(string path) => string.Join('.', path.Split('.').Select(part => part.All(char.IsAsciiDigit) ? "[]" : part));

    /// <summary>A path as people read it: <c>targets[0].region</c>.</summary>
    public static string Readable(string path) =>
        path.Split('.').Aggregate("", (text, part) => part.Length > 0 && part.All(char.IsAsciiDigit) ? $"{text}[{part}]" : text.Length == 0 ? part : $"{text}.{part}");
}
