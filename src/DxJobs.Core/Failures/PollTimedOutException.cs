using DxJobs.Core.Utilities;

namespace DxJobs.Core.Failures;

/// <summary>The poll's time was over before all was read, and no call was failing: there is more to read than the settings allow for.</summary>
internal sealed class PollTimedOutException(TimeSpan timeout, double maxRequestsPerSecond, int pageSize, int pages, int requests)
    : Exception($"the poll's time of {PrometheusDuration.Format(timeout)} was over after {pages} pages and {requests} requests")
{
    /// <summary>What an operator can change.</summary>
    public string Hint { get; } =
        $"at {maxRequestsPerSecond:0.###} requests a second one poll can read at most {maxRequestsPerSecond * timeout.TotalSeconds * pageSize:0} jobs; "
        + "raise poll.timeout (with poll.interval) or poll.max_requests_per_second, if AWS answers in time";
}
