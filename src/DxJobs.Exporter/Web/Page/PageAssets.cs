using System.Reflection;

namespace DxJobs.Exporter.Web.Page;

/// <summary>The two files beside the page; they are part of the program, so that it needs no folder.</summary>
internal static class PageAssets
{
    /// <summary>The style sheet, light and dark.</summary>
    public static readonly byte[] StyleSheet = Read("style.css");

    /// <summary>The icon of the browser's tab.</summary>
    public static readonly byte[] Icon = Read("icon.svg");

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
