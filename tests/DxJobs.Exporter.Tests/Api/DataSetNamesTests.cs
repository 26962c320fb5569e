using DxJobs.Core.Jobs;
using DxJobs.Exporter.Api;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Api;

public sealed class DataSetNamesTests : IDisposable
{
    private const string Scope = "123456789012/us-east-1/";

    private readonly FakeTimeProvider _clock = new();
    private readonly DataSetNames _names;
    private readonly List<string> _asked = [];

    public DataSetNamesTests() => _names = new DataSetNames(_clock);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => _names.Dispose();

    [Fact]
    public async Task A_name_is_asked_for_once_in_six_hours()
    {
        Assert.Equal("Name of a", (await ResolveAsync("a"))["a"].Name);
        _clock.Advance(TimeSpan.FromHours(5.9));
        Assert.Equal("Name of a", (await ResolveAsync("a"))["a"].Name);
        Assert.Equal("Name of a", _names.Known(Scope, "a")?.Name);
        Assert.Equal(["a"], _asked);

        _clock.Advance(TimeSpan.FromHours(0.2));
        await ResolveAsync("a");
        Assert.Equal(["a", "a"], _asked);
    }

    /// <summary>Series whose labels change are other series: names must not come and go when it is time to ask for them again.</summary>
    [Fact]
    public async Task An_old_name_stays_until_another_is_said()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Select(i => $"d{i}")];
        for (var poll = 0; poll < 3; poll++)
        {
            await ResolveAsync(ids);
        }

        // More of them are due than one poll may ask for, and those that it asks for fail.
        _clock.Advance(TimeSpan.FromHours(7));
        var names = await _names.ResolveAsync(Scope, ids, (id, _) => throw new CallRefused(), Test);
        Assert.Equal(ids.Select(id => "Name of " + id), ids.Select(id => names[id].Name));
        Assert.Equal("Name of d0", _names.Known(Scope, "d0")?.Name);

        // Another name is said when they are asked for again.
        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("New name", (await _names.ResolveAsync(Scope, ["d0"], (_, _) => Task.FromResult<DataSetDescription?>(new("New name", "OWNED")), Test))["d0"].Name);

        _clock.Advance(DataSetNames.NameMemory);
        Assert.Null(_names.Known(Scope, "d0")?.Name);
    }

    [Fact]
    public async Task The_same_id_elsewhere_is_another_data_set()
    {
        await ResolveAsync("a");

        Assert.Null(_names.Known("210987654321/us-east-1/", "a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_one_or_one_without_a_name_is_left_out_and_asked_again_after_a_quarter_of_an_hour(bool refused)
    {
        Func<string, CancellationToken, Task<DataSetDescription?>> none = (id, _) =>
        {
            _asked.Add(id);
            return refused ? throw new CallRefused() : Task.FromResult<DataSetDescription?>(null);
        };

        Assert.Empty(await _names.ResolveAsync(Scope, ["a"], none, Test));
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Empty(await _names.ResolveAsync(Scope, ["a"], none, Test));
        Assert.Equal(["a"], _asked);

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Name of a", (await ResolveAsync("a"))["a"].Name);
    }

    [Fact]
    public async Task One_poll_asks_for_so_many_and_the_next_for_the_rest()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Select(i => $"d{i}")];

        var sizes = new List<int>();
        for (var poll = 0; poll < 4; poll++)
        {
            sizes.Add((await ResolveAsync(ids)).Count);
        }

        Assert.Equal([25, 50, 60, 60], sizes);
        Assert.Equal(ids, _asked);
    }

    [Fact]
    public async Task When_AWS_throttles_the_others_are_not_asked_for_in_this_poll_but_in_the_next()
    {
        var names = await _names.ResolveAsync(Scope, ["a", "b", "c"], (id, _) => id == "b" ? throw new TimeoutException() : AskAsync(id), Test);

        Assert.Equal(["a"], names.Keys);
        Assert.Equal(["a", "c"], (await ResolveAsync("a", "b", "c")).Keys);
    }

    [Fact]
    public async Task When_the_polls_time_is_over_it_has_what_it_has_and_nothing_is_taken_for_a_failure()
    {
        using var poll = new CancellationTokenSource();

        var names = await _names.ResolveAsync(
            Scope,
            ["a", "b"],
            async (id, cancellation) =>
            {
                if (id == "b")
                {
                    await poll.CancelAsync();
                    cancellation.ThrowIfCancellationRequested();
                }

                return await AskAsync(id);
            },
            poll.Token);

        Assert.Equal(["a"], names.Keys);
        Assert.Equal(["a", "b"], (await ResolveAsync("a", "b")).Keys);
    }

    [Fact]
    public async Task A_look_up_that_hangs_costs_ten_seconds_and_no_more()
    {
        var hanging = new TaskCompletionSource();

        var resolving = _names.ResolveAsync(
            Scope,
            ["a", "b"],
            async (id, cancellation) =>
            {
                hanging.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellation);
                return new DataSetDescription(id, "OWNED");
            },
            Test);
        await hanging.Task;
        _clock.Advance(DataSetNames.TimePerPoll);

        Assert.Empty(await resolving);
    }

    [Fact]
    public async Task Two_targets_that_want_the_same_name_at_the_same_time_ask_once()
    {
        var answer = new TaskCompletionSource<DataSetDescription?>();
        Task<DataSetDescription?> AskSlowlyAsync(string id, CancellationToken cancellation)
        {
            _asked.Add(id);
            return answer.Task;
        }

        var both = Task.WhenAll(_names.ResolveAsync(Scope, ["a"], AskSlowlyAsync, Test), _names.ResolveAsync(Scope, ["a"], AskSlowlyAsync, Test));
        answer.SetResult(new DataSetDescription("A", "OWNED"));

        Assert.All(await both, names => Assert.Equal("A", names["a"].Name));
        Assert.Single(_asked);
    }

    private Task<IReadOnlyDictionary<string, DataSetDescription>> ResolveAsync(params string[] ids) => _names.ResolveAsync(Scope, ids, (id, _) => AskAsync(id), Test);

    private Task<DataSetDescription?> AskAsync(string id)
    {
        _asked.Add(id);
        return Task.FromResult<DataSetDescription?>(new("Name of " + id, "OWNED"));
    }

    private sealed class CallRefused() : Amazon.Runtime.AmazonServiceException("no", null, Amazon.Runtime.ErrorType.Sender, "AccessDeniedException", "r", System.Net.HttpStatusCode.Forbidden);
}
