using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DxJobs.Simulator.History;

/// <summary>Hashes and ids that are the same on every machine and in every process.</summary>
internal static class StableHash
{
    /// <summary>A random seed derived from several numbers.</summary>
    public static int Combine(int seed, long a, long b = 0)
    {
        Span<byte> input = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt64LittleEndian(input[4..], a);
        BinaryPrimitives.WriteInt64LittleEndian(input[12..], b);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash);
    }

    /// <summary>An id in AWS's format: 32 hexadecimal digits.</summary>
    public static string NewId(Random random) => ToId((ulong)random.NextInt64(), (ulong)random.NextInt64());

    /// <summary>The id of two numbers. Ids sort as their numbers do.</summary>
    public static string ToId(ulong high, ulong low) => $"{high:x16}{low:x16}";
}
