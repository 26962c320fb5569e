using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.Wire;

/// <summary>
/// NextTokens that nobody can read anything into: the place of the last job given, sealed together with the filters that it was given
/// for. They stay good while jobs come and go.
/// </summary>
internal sealed class PagingTokens(int seed)
{
    private const int MacLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"paging {seed}"));

    /// <summary>The token to go on after a place.</summary>
    public string After(JobPlace place, string filters)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.CreatedAt.UtcTicks} {place.Id}"));
        return Convert.ToBase64String([.. Mac(text, filters), .. text]);
    }

    /// <summary>The place that a token goes on after.</summary>
    /// <exception cref="Refusal">It is none of ours, or one for other filters.</exception>
    public JobPlace Read(string token, string filters)
    {
        var sealedText = new byte[token.Length];
        if (Convert.TryFromBase64String(token, sealedText, out var length) && length > MacLength)
        {
            var text = sealedText.AsSpan(MacLength, length - MacLength);
            if (CryptographicOperations.FixedTimeEquals(sealedText.AsSpan(0, MacLength), Mac(text, filters)))
            {
                var parts = Encoding.UTF8.GetString(text).Split(' ', 2);
                return new JobPlace(new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[1]);
            }
        }

        throw Refusal.Validation("The NextToken is invalid.");
    }

    private byte[] Mac(ReadOnlySpan<byte> text, string filters) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes(filters), 0, .. text])[..MacLength];
}
