using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tracing;
using Polly;
using Polly.Retry;

namespace DxJobs.Exporter.Api;

/// <summary>
/// Makes calls in the exporter's way: paced, each HTTP attempt counted and timed, what can pass retried with backoff and jitter.
/// The SDK's own retries are off, or the pacer and the metrics would not see them.
/// </summary>
internal sealed class ApiCaller
{
    private static readonly ResiliencePropertyKey<(PollRequestStats Calls, CallSpan Span)> Attempts = new("dxjobs.attempts");

    private readonly Target _target;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline _retries;

    public ApiCaller(Target target, AdaptiveRateLimiter pacer, IRequestObserver observer, TimeProvider clock)
    {
        (_target, Pacer, Observer, _clock) = (target, pacer, observer, clock);
        _retries = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(RetryOptions()).Build();
    }

    /// <summary>Where the attempts are counted.</summary>
    public IRequestObserver Observer { get; }

    /// <summary>The pacer of the account and region; another one once the account is known.</summary>
    public AdaptiveRateLimiter Pacer { get; set; }

    /// <summary>The account for the spans, once it is known.</summary>
    public string? AccountId { get; set; }

    /// <summary>The host that is asked, for the spans.</summary>
    public required string ServerAddress { get; init; }

    /// <summary>Makes a call until it succeeds, cannot, or the poll's time is over.</summary>
    public async Task<T> CallAsync<T>(
        string operation, PollRequestStats calls, CallSpan span, Func<CancellationToken, Task<T>> call, CancellationToken cancellation, bool retry = true)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(Attempts, (calls, span));
        try
        {
            var result = await (retry ? _retries : ResiliencePipeline.Empty).ExecuteAsync(
                async c => await AttemptAsync(operation, calls, span, call, c.CancellationToken), context);
            calls.LastRetriedError = null;
            return result;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            calls.LastRetriedError = null;
            span.Failed(FailureClassifier.Classify(e));
            throw;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            span.Failed(calls.LastRetriedError is null ? CallOutcome.Timeout : FailureClassifier.Classify(calls.LastRetriedError));
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<T> AttemptAsync<T>(
        string operation, PollRequestStats calls, CallSpan span, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        await Pacer.WaitAsync(cancellation);
        calls.Requests++;
        var start = _clock.GetTimestamp();
        var outcome = CallOutcome.Ok;
        var mayRepeat = false;
        try
        {
            // The SDK looks for credentials without heed of cancellation, and where those are can hang for longer than a poll may take.
            var result = await call(cancellation).WaitAsync(cancellation);
            Pacer.Succeeded();
            return result;
        }
        catch (Exception e)
        {
            outcome = FailureClassifier.Classify(e);
            mayRepeat = !calls.ClockCorrected && FailureClassifier.IsClockError(e);
            if (e is AmazonServiceException { StatusCode: not 0 } answer)
            {
                span.Answered(answer.StatusCode, answer.RequestId);
            }

            if (outcome == CallOutcome.Throttled)
            {
                Pacer.Throttled();
            }

            if (!mayRepeat)
            {
                throw;
            }
        }
        finally
        {
            Observer.RequestEnded(_target, operation, outcome, _clock.GetElapsedTime(start));
        }

        // The SDK has learnt the time at AWS from the response; a second signature is right.
        calls.ClockCorrected = true;
        return await AttemptAsync(operation, calls, span, call, cancellation);
    }

    private static RetryStrategyOptions RetryOptions() => new()
    {
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is { } e && !args.Context.CancellationToken.IsCancellationRequested && FailureClassifier.IsRetryable(e)),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(500),
        MaxDelay = TimeSpan.FromSeconds(20),
        MaxRetryAttempts = 8,
        OnRetry = args =>
        {
            var (calls, span) = args.Context.Properties.GetValue(Attempts, default);
            calls.LastRetriedError = args.Outcome.Exception;
            span.Retrying(args.AttemptNumber + 1, FailureClassifier.Classify(args.Outcome.Exception!), args.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };
}
