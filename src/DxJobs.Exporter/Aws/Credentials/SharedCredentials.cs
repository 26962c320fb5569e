using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>
/// Credentials that many targets sign with at the same time: fetched once for all that ask, renewed before they expire, and a failure is
/// remembered for a moment, so that neither STS nor the instance's metadata is hammered. No one waits for longer than <see cref="Patience"/>.
/// </summary>
/// <param name="what">What they are, to begin a sentence about their failure with: <c>role arn:… cannot be assumed</c>.</param>
/// <param name="clock">Tells when they expire.</param>
internal abstract class SharedCredentials(string what, TimeProvider clock) : AWSCredentials
{
    /// <summary>The longest wait for credentials: the SDK's own search can take half a minute and cannot be cancelled.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>How long a failure is remembered that passes by itself.</summary>
    public static readonly TimeSpan TransientFailureCacheDuration = TimeSpan.FromSeconds(1);

    /// <summary>How long a refusal is remembered.</summary>
    public static readonly TimeSpan DeniedCacheDuration = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private Task<FetchedCredentials>? _flight;
    private FetchedCredentials? _held;
    private CredentialsException? _failure;
    private DateTimeOffset _failureEnds;

    /// <summary>The clock.</summary>
    protected TimeProvider Clock => clock;

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">There are none.</exception>
    public sealed override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">There are none.</exception>
    public sealed override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        Task<FetchedCredentials> flight;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_held is not null && (now < _held.RefreshAt || (_failure is not null && now < _failureEnds && now < _held.ExpireAt)))
            {
                return _held.Credentials;
            }

            if (_failure is not null && now < _failureEnds)
            {
                throw new CredentialsException(_failure.Message, _failure.Hint, _failure.InnerException, _failure.IsLocal);
            }

            flight = _flight is { IsCompleted: false } ? _flight : _flight = Task.Run(FetchAndHoldAsync);
        }

        return (await flight).Credentials;
    }

    /// <summary>Throws away what is held: AWS says that it has expired, whatever our clock says.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _held = null;
        }

        ForgetSource();
    }

    /// <summary>Fetches new ones.</summary>
    protected abstract Task<FetchedCredentials> FetchAsync();

    /// <summary>Throws away what the fetching itself has held back.</summary>
    protected virtual void ForgetSource()
    {
    }

    /// <summary>What is wrong, in words; for failures that the kind of credentials can explain better than the exception itself.</summary>
    protected virtual (string Error, string? Hint) Explain(Exception failure) => FailureDescriptions.Describe(failure);

    private async Task<FetchedCredentials> FetchAndHoldAsync()
    {
        try
        {
            var fetched = await FetchAsync().WaitAsync(Patience, clock);
            lock (_gate)
            {
                (_held, _failure) = (fetched, null);
            }

            return fetched;
        }
        catch (Exception e)
        {
            var (error, hint) = Explain(e);
            var failure = new CredentialsException($"{what}: {error}", hint, e, FailureClassifier.Classify(e) == CallOutcome.Credentials);
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                _failure = failure;
                _failureEnds = now + (FailureClassifier.IsRetryable(FailureClassifier.Classify(failure)) ? TransientFailureCacheDuration : DeniedCacheDuration);
                if (_held is not null && now < _held.ExpireAt)
                {
                    return _held;
                }
            }

            throw failure;
        }
    }
}
