using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>The jobs of all feeds. A job depends only on the seed, its feed and its scheduled time.</summary>
internal sealed class FeedSchedule(Scenario scenario, int seed, DataSetCatalogue catalogue, DateTimeOffset start)
{
    private static readonly TimeSpan QueueTime = TimeSpan.FromSeconds(2);

    private readonly int _weekdayShift = scenario.Today is { } today ? (int)today - (int)start.UtcDateTime.DayOfWeek : 0;

    /// <summary>Jobs created after one time and up to another, in no particular order.</summary>
    public IEnumerable<SimulatedJob> JobsBetween(DateTimeOffset after, DateTimeOffset until)
    {
        for (var i = 0; i < scenario.Feeds.Count; i++)
        {
            var feed = scenario.Feeds[i];
            foreach (var scheduled in ScheduledTimes(feed, after, until))
            {
                var job = CreateJob(feed, i, scheduled);
                if (job.CreatedAt > after && job.CreatedAt <= until)
                {
                    yield return job;
                }
            }

            var abandonedAt = start - feed.AbandonedJob;
            if (feed.AbandonedJob > TimeSpan.Zero && abandonedAt > after && abandonedAt <= until)
            {
                yield return NewJob(feed, new Random(StableHash.Combine(seed, i, -1)), abandonedAt);
            }
        }
    }

    private IEnumerable<DateTimeOffset> ScheduledTimes(FeedDefinition feed, DateTimeOffset after, DateTimeOffset until)
    {
        var first = Later(after - feed.Jitter, start - feed.Since);
        var last = feed.Stopped > TimeSpan.Zero && start - feed.Stopped < until ? start - feed.Stopped : until;
        for (var day = new DateTimeOffset(first.UtcDateTime.Date, TimeSpan.Zero); day <= last; day = day.AddDays(1))
        {
            for (var time = day + feed.At; time < day.AddDays(1) && time <= last; time += feed.Every)
            {
                if (time > first && HasJob(feed, time))
                {
                    yield return time;
                }
            }
        }
    }

    private bool HasJob(FeedDefinition feed, DateTimeOffset time)
    {
        var weekday = (DayOfWeek)(((int)time.UtcDateTime.DayOfWeek + _weekdayShift + 7) % 7);
        var hasOutage = feed.OutageBegan > TimeSpan.Zero;
        var isInOutage = hasOutage && time >= start - feed.OutageBegan && time < start - feed.OutageEnded;
        return !isInOutage && (feed.Days.Count == 0 || feed.Days.Contains(weekday));
    }

    private SimulatedJob CreateJob(FeedDefinition feed, int index, DateTimeOffset scheduled)
    {
        var random = new Random(StableHash.Combine(seed, index, scheduled.UtcTicks));
        var job = NewJob(feed, random, scheduled + TimeSpan.FromMilliseconds(random.Next((int)feed.Jitter.TotalMilliseconds + 1)));
        var endedAt = job.CreatedAt + QueueTime + (feed.Duration * (0.9 + (0.2 * random.NextDouble())));
        job = job with { StartedAt = job.CreatedAt + QueueTime, EndedAt = WholeMilliseconds(endedAt) };
        var fails = feed.FailingFor > TimeSpan.Zero && job.CreatedAt > start - feed.FailingFor;
        return !fails ? job
            : feed.Failure == FeedFailure.TimedOut ? job with { EndState = SimulatedJobState.TimedOut }
            : job with { EndState = SimulatedJobState.Error, Errors = ErrorGenerator.Create(feed.Failure, job, 0) };
    }

    private SimulatedJob NewJob(FeedDefinition feed, Random random, DateTimeOffset createdAt)
    {
        var dataSet = catalogue.Find(feed.DataSet);
        var revisions = catalogue.Revisions[dataSet.Id];
        return new SimulatedJob
        {
            Id = StableHash.NewId(random),
            Type = feed.Type,
            CreatedAt = createdAt,
            DataSetId = dataSet.Id,
            RevisionId = (revisions.LastOrDefault(r => r.CreatedAt <= createdAt) ?? revisions[0]).Id,
            ContentName = catalogue.ContentName(dataSet.Id),
            EventActionId = feed.AutoExport ? dataSet.Id : null,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
