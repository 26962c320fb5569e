using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Paging;

/// <summary>The poll's time was over before all was read, and no call was failing: there is more to read than the settings allow for.</summary>
internal sealed class PollTimedOutException(PollOptions poll, PollCalls calls)
    : Exception($"the poll's time of {PrometheusDuration.Format(poll.Timeout)} was over after {calls.Pages} pages and {calls.Requests} requests")
{
    /// <summary>What an operator can change.</summary>
    public string Hint { get; } =
        $"at {poll.MaxRequestsPerSecond:0.###} requests a second one poll can read at most {poll.MaxRequestsPerSecond * poll.Timeout.TotalSeconds * poll.PageSize:0} jobs; "
        + "raise poll.timeout (with poll.interval) or poll.max_requests_per_second, if AWS answers in time";
}
