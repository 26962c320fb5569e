using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DxJobs.Core.Ledger;

/// <summary>
/// A job's id in 16 bytes instead of a string's 90: the id itself where it is 32 lower-case hexadecimal digits, as AWS's are today, and otherwise
/// the first half of its SHA-256. Hashing every id would cost a sixth of the processor time of a listing.
/// </summary>
internal readonly record struct JobKey(ulong High, ulong Low)
{
    private const int Size = 16;

    /// <summary>The key of an id.</summary>
    public static JobKey Of(string id)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (id.Length != 2 * Size
            || id.AsSpan().ContainsAnyInRange('A', 'F')
            || Convert.FromHexString(id, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            Hash(id, bytes);
        }

        var halves = MemoryMarshal.Cast<byte, ulong>(bytes);
        return new JobKey(halves[0], halves[1]);
    }

    private static void Hash(string id, Span<byte> key)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(id, utf8, out var length))
        {
            utf8 = Encoding.UTF8.GetBytes(id);
            length = utf8.Length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], hash);
        hash[..Size].CopyTo(key);
    }
}
