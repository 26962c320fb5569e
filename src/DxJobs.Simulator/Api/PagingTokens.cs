using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DxJobs.Simulator.Jobs;
using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator.Api;

/// <summary>
/// Opaque NextTokens: the position of the last item of a page, authenticated together with the request's filters. They remain
/// valid when items are added or removed.
/// </summary>
internal sealed class PagingTokens(int seed)
{
    private const int MacLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"paging {seed}"));

    /// <summary>Creates the token of the page after a position.</summary>
    public string After(JobPosition position, string filters)
    {
        var text = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{position.CreatedAt.UtcTicks} {position.Id}"));
        return Convert.ToBase64String([.. Mac(text, filters), .. text]);
    }

    /// <summary>Reads the position of a token.</summary>
    /// <exception cref="ApiException">The token is invalid or was issued for other filters.</exception>
    public JobPosition Read(string token, string filters)
    {
        var bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out var length) && length > MacLength)
        {
            var text = bytes.AsSpan(MacLength, length - MacLength);
            if (CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacLength), Mac(text, filters)))
            {
                var parts = Encoding.UTF8.GetString(text).Split(' ', 2);
                var ticks = long.Parse(parts[0], CultureInfo.InvariantCulture);
                return new JobPosition(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1]);
            }
        }

        throw ApiException.Validation("The NextToken is invalid.");
    }

    private byte[] Mac(ReadOnlySpan<byte> text, string filters) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes(filters), 0, .. text])[..MacLength];
}
