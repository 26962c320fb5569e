using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DxJobs.Simulator.History;

/// <summary>Numbers that follow from numbers, the same on every machine and in every process.</summary>
internal static class HashCodes
{
    /// <summary>A seed for what several numbers name together.</summary>
    public static int Of(int seed, long a, long b = 0)
    {
        Span<byte> input = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt64LittleEndian(input[4..], a);
        BinaryPrimitives.WriteInt64LittleEndian(input[12..], b);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash);
    }

    /// <summary>An id as AWS makes them: 32 hexadecimal digits.</summary>
    public static string Id(Random random) => Id((ulong)random.NextInt64(), (ulong)random.NextInt64());

    /// <summary>The id of two numbers. Ids stand in the order of their numbers.</summary>
    public static string Id(ulong high, ulong low) => $"{high:x16}{low:x16}";
}
