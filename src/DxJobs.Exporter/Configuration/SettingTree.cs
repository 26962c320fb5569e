namespace DxJobs.Exporter.Configuration;

/// <summary>All values that were given, by path (<c>targets.0.region</c>): those of the file, and over them those of the environment.</summary>
internal sealed class SettingTree
{
    private readonly SortedDictionary<string, Setting> _settings = new(StringComparer.Ordinal);

    /// <summary>What stands beneath each path, one level deep: nobody has to walk through a thousand targets to find the regions of one.</summary>
    private readonly Dictionary<string, HashSet<string>> _children = [];

    /// <summary>The paths and values.</summary>
    public IReadOnlyDictionary<string, Setting> All => _settings;

    /// <summary>Gives a path a value, whatever it had before.</summary>
    public void Set(string path, Setting setting)
    {
        _settings[path] = setting;
        for (var at = path.LastIndexOf('.'); at >= 0; at = path.LastIndexOf('.'))
        {
            var (parent, name) = (path[..at], path[(at + 1)..]);
            if (!_children.TryGetValue(parent, out var names))
            {
                _children[parent] = names = [];
            }

            if (!names.Add(name))
            {
                return;
            }

            path = parent;
        }
    }

    /// <summary>Takes a path and everything beneath it away.</summary>
    /// <param name="path">The path.</param>
    /// <param name="onlyOfTheFile">Whether what the environment gave stays.</param>
    public void Clear(string path, bool onlyOfTheFile = false)
    {
        foreach (var (gone, _) in AtOrBeneath(path).Where(s => s.Setting.Line is not null || !onlyOfTheFile).ToList())
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
            if (AtOrBeneath(path).Select(s => s.Setting).MinBy(setting => setting.Line ?? int.MaxValue) is { } nearest)
            {
                return nearest;
            }

            path = path[..Math.Max(0, path.LastIndexOf('.'))];
        }

        return null;
    }

    /// <summary>The numbers of the places of a list, ascending.</summary>
    public IReadOnlyList<int> PlacesOf(string path) =>
        [.. _children.GetValueOrDefault(path, []).Where(name => IsPlace(name) && AtOrBeneath($"{path}.{name}").Any()).Select(int.Parse).Order()];

    /// <summary>A path with <c>[]</c> for places in lists: as the catalogue spells it.</summary>
    public static string Generic(string path) => string.Join('.', path.Split('.').Select(part => IsPlace(part) ? "[]" : part));

    /// <summary>A path as people read it: <c>targets[0].region</c>.</summary>
    public static string Readable(string path) =>
        path.Split('.').Aggregate("", (text, part) => IsPlace(part) ? $"{text}[{part}]" : text.Length == 0 ? part : $"{text}.{part}");

    private IEnumerable<(string Path, Setting Setting)> AtOrBeneath(string path)
    {
        if (_settings.TryGetValue(path, out var setting))
        {
            yield return (path, setting);
        }

        foreach (var found in _children.GetValueOrDefault(path, []).SelectMany(name => AtOrBeneath($"{path}.{name}")))
        {
            yield return found;
        }
    }

    /// <summary>A number as one counts: without noughts in front, and no list has a million places.</summary>
    private static bool IsPlace(string part) => part.Length is > 0 and < 7 && part.All(char.IsAsciiDigit) && (part[0] != '0' || part.Length == 1);
}
