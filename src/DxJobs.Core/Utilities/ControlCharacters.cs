namespace DxJobs.Core.Utilities;

/// <summary>Texts of files that are repeated in messages: whatever they hold stays on its line and moves no cursor.</summary>
internal static class ControlCharacters
{
    /// <summary>The text with a question mark for each control character.</summary>
    public static string Replace(string text) =>
        text.Any(char.IsControl) ? new string(Array.ConvertAll(text.ToCharArray(), c => char.IsControl(c) ? '?' : c)) : text;
}
