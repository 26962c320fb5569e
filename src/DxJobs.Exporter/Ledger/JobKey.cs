using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DxJobs.Exporter.Ledger;

/// <summary>
/// Stands for a job's id in 16 bytes instead of a string's 90: the first half of the id's SHA-256. Two ids of one key are not to be
/// expected in any account's life (one in 10²⁶ for a million jobs), nor can an id be made to collide on purpose.
/// </summary>
internal readonly record struct JobKey(ulong High, ulong Low)
{
    /// <summary>The key of an id.</summary>
    public static JobKey Of(string id)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(id, utf8, out var length))
        {
            utf8 = Encoding.UTF8.GetBytes(id);
            length = utf8.Length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], hash);
        var halves = MemoryMarshal.Cast<byte, ulong>(hash);
        return new JobKey(halves[0], halves[1]);
    }
}
