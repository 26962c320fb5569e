using System.Globalization;
using System.Text.RegularExpressions;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>Typed values out of the tree, each checked against the catalogue; what is wrong is collected and the default goes on in its place.</summary>
internal sealed partial class SettingReader(SettingTree tree, string file, List<ConfigurationProblem> problems)
{
    /// <summary>Says that something is wrong at a path.</summary>
    public void Problem(string path, string message)
    {
        var at = tree.NearestTo(path);
        problems.Add(new ConfigurationProblem(at?.Source ?? file, at?.Line, SettingTree.Readable(path), message));
    }

    /// <summary>Whether a value is given.</summary>
    public bool Has(string path) => tree.Find(path) is not null;

    /// <summary>The places of a list, which must follow one another.</summary>
    public IReadOnlyList<int> PlacesOf(string path)
    {
        var places = tree.PlacesOf(path);
        if (places.Count > 0 && places[^1] != places.Count - 1)
        {
            Problem($"{path}.{places[^1]}", $"there is no {SettingTree.Readable($"{path}.{Enumerable.Range(0, places[^1]).Except(places).First()}")} before it");
        }

        return places;
    }

    /// <summary>A duration.</summary>
    public TimeSpan? Duration(string path) =>
        Value(path, "a duration such as 30s, 5m or 1h30m", (string text, out TimeSpan value) => PrometheusDuration.TryParse(text, out value));

    /// <summary>A whole number.</summary>
    public int? Integer(string path) =>
        Value(path, "a whole number", (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    /// <summary>A number.</summary>
    public double? Number(string path) => Value(
        path,
        "a number",
        (string text, out double value) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>true or false.</summary>
    public bool? Flag(string path)
    {
        if (tree.Find(path)?.Value is not { } text)
        {
            return null;
        }

        if (YamlText.ToBoolean(text) is { } value)
        {
            return value;
        }

        Problem(path, $"'{Truncate(text)}' is neither true nor false");
        return null;
    }

    /// <summary>A text.</summary>
    public string? Text(string path)
    {
        if (tree.Find(path)?.Value is not { } text)
        {
            return null;
        }

        if (ConfigurationSchema.Find(SettingTree.Generic(path)) is { Pattern: { } pattern } key && !pattern.IsMatch(text))
        {
            Problem(path, $"'{Truncate(text)}' must be {key.PatternWords}");
            return null;
        }

        return text;
    }

    /// <summary>A value cut to what fits a message, without the password of a URL.</summary>
    public static string Truncate(string text)
    {
        var shown = UserInfo().Replace(text, "://…@");
        return shown.Length <= 80 ? shown : shown[..80] + "…";
    }

    [GeneratedRegex(@"://[^\s/?#]*@", RegexOptions.NonBacktracking)]
    private static partial Regex UserInfo();

    private delegate bool Parse<T>(string text, out T value);

    private T? Value<T>(string path, string what, Parse<T> parse)
        where T : struct, IComparable<T>
    {
        if (tree.Find(path)?.Value is not { } text)
        {
            return null;
        }

        if (!parse(text, out var value))
        {
            Problem(path, $"'{Truncate(text)}' is not {what}");
            return null;
        }

        var key = ConfigurationSchema.Find(SettingTree.Generic(path))!;
        if ((key.Min is not null && parse(key.Min, out var least) && value.CompareTo(least) < 0)
            || (key.Max is not null && parse(key.Max, out var most) && value.CompareTo(most) > 0))
        {
            Problem(path, $"'{Truncate(text)}' is not within {key.Min} to {key.Max}");
            return null;
        }

        return value;
    }
}
