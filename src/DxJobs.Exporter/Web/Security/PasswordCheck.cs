using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DxJobs.Exporter.Web.Security;

/// <summary>
/// Checks passwords against bcrypt hashes, and remembers the answers so that not every scrape pays for bcrypt. What is remembered is a hash keyed
/// with a key that only this process knows, over user, bcrypt hash and password: no password stays in memory, and a changed hash is a new cacheKey.
/// Right and wrong answers have a bounded memory each, so that guesses cannot drive out what is known to be right. One bcrypt at a time;
/// behind a queue of <see cref="MaxWaiting"/> the answer is "busy", so that guessing cannot take the processor from the polls.
/// </summary>
internal sealed class PasswordCheck : IDisposable
{
    /// <summary>Questions that may wait for bcrypt.</summary>
    internal const int MaxWaiting = 16;

    /// <summary>Answers remembered, of each kind.</summary>
    internal const int MaxRemembered = 256;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, bool> _right = new();
    private readonly ConcurrentDictionary<string, bool> _wrong = new();
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private long _computed;

    /// <summary>How often bcrypt was computed.</summary>
    public long Computed => Interlocked.Read(ref _computed);

    /// <summary>Whether this is the user's password. An unknown user costs as much time as a known one.</summary>
    /// <param name="users">Users and bcrypt hashes.</param>
    /// <param name="user">The name given.</param>
    /// <param name="password">The password given.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<PasswordCheckResult> AskAsync(IReadOnlyDictionary<string, string> users, string user, string password, CancellationToken stop)
    {
        var known = users.TryGetValue(user, out var hash);
        hash ??= DummyHash(users.Values);
        var cacheKey = CacheKey(user, hash, password);
        if (Remembered(cacheKey) is { } answer)
        {
            return answer;
        }

        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return PasswordCheckResult.Busy;
        }

        try
        {
            await _turn.WaitAsync(stop);
            try
            {
                return Remembered(cacheKey) ?? await ComputeAsync(known, hash, password, cacheKey);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private PasswordCheckResult? Remembered(string cacheKey) => (_right.ContainsKey(cacheKey), _wrong.ContainsKey(cacheKey)) switch
    {
        (true, _) => PasswordCheckResult.Right,
        (_, true) => PasswordCheckResult.Wrong,
        _ => null,
    };

    private async Task<PasswordCheckResult> ComputeAsync(bool known, string hash, string password, string cacheKey)
    {
        Interlocked.Increment(ref _computed);
        var matches = await Task.Run(() => BCrypt.Net.BCrypt.Verify(password, hash));
        Remember(known && matches ? _right : _wrong, cacheKey);
        return known && matches ? PasswordCheckResult.Right : PasswordCheckResult.Wrong;
    }

    /// <summary>Called in turn, so the bound holds exactly. Which one is forgotten does not matter: it can be computed again.</summary>
    private static void Remember(ConcurrentDictionary<string, bool> answers, string cacheKey)
    {
        if (answers.Count >= MaxRemembered)
        {
            answers.TryRemove(answers.First().Key, out _);
        }

        answers[cacheKey] = true;
    }

    private string CacheKey(string user, string hash, string password)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in new[] { user, hash, password })
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hmac.AppendData(BitConverter.GetBytes(bytes.Length));
            hmac.AppendData(bytes);
            CryptographicOperations.ZeroMemory(bytes);
        }

        return Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>A hash that no password is known for, at the highest cost of the real ones.</summary>
    private static string DummyHash(IEnumerable<string> hashes)
    {
        var cost = hashes.Select(h => h.Substring(4, 2)).Max(StringComparer.Ordinal);
        return $"$2b${cost}${new string('.', 53)}";
    }
}
