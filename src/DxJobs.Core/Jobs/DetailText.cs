using DxJobs.Core.Utilities;

namespace DxJobs.Core.Jobs;

/// <summary>Values of job details as text: one line, bounded, the first three of a list and the number of the others.</summary>
internal static class DetailText
{
    private const int MaxLength = 1_100;
    private const int MaxItems = 3;

    /// <summary>One value; null if it is null or empty.</summary>
    public static string? One(string? value) =>
        string.IsNullOrEmpty(value) ? null : Truncate(ControlCharacters.Replace(SecretRedactor.RedactSigned(value)));

    /// <summary>A list; null if there is nothing in it.</summary>
    public static string? List(IEnumerable<string?>? values)
    {
        var present = (values ?? []).OfType<string>().Where(value => value.Length > 0).Distinct().ToList();
        return present.Count switch
        {
            0 => null,
            <= MaxItems => string.Join(", ", present.Select(One)),
            _ => $"{string.Join(", ", present.Take(MaxItems).Select(One))} and {present.Count - MaxItems} more",
        };
    }

    /// <summary>An Amazon S3 object, prefix or pattern, such as <c>s3://bucket/key</c>; null without a bucket.</summary>
    public static string? S3(string? bucket, string? key) => string.IsNullOrEmpty(bucket) ? null : $"s3://{bucket}/{key}";

    private static string Truncate(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = MaxLength - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
