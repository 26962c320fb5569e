using System.Text;

namespace DxJobs.Core.Utilities;

/// <summary>Reads files that people write: whole, but never more than such a file can sensibly hold, whatever a mistaken path leads to.</summary>
internal static class BoundedFile
{
    /// <summary>Its text, by its byte order mark or else as UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">What it may hold.</param>
    /// <exception cref="IOException">It can't be read, is a folder, or holds more.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path, int mostBytes)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(path, mostBytes)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Its bytes.</summary>
    /// <inheritdoc cref="ReadText"/>
    public static byte[] ReadBytes(string path, int mostBytes)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }

        // Devices and pipes say nothing of their length, so what is read is counted.
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            if (bytes.Length + read > mostBytes)
            {
                throw new IOException($"it is larger than {mostBytes / 1024 / 1024} MiB");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
