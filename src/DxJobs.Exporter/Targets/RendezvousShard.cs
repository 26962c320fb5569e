using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DxJobs.Exporter.Targets;

/// <summary>
/// Divides targets over replicas by rendezvous hashing: each target goes to the replica that draws the highest number for it, so that
/// one more replica takes its even part from each of the others, and nothing else moves.
/// </summary>
internal static class RendezvousShard
{
    /// <summary>The replica that polls a target, 0 to <paramref name="count"/> − 1. The same in every process and version.</summary>
    public static int OwnerOf(Target target, int count)
    {
        var (owner, highest) = (0, 0UL);
        for (var index = 0; index < count; index++)
        {
            var draw = Draw(target, index);
            if (index == 0 || draw > highest)
            {
                (owner, highest) = (index, draw);
            }
        }

        return owner;
    }

    private static ulong Draw(Target target, int index) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{target.Name}/{target.Region}#{index}")));
}
