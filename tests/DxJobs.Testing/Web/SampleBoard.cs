using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Targets;

namespace DxJobs.Testing.Web;

/// <summary>Boards made by hand, with numbers that tests can know.</summary>
internal static class SampleBoard
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 12, 7, TimeSpan.Zero);

    public const string Script = "<script>document.title='owned'</script>";
    public const string Image = "\"><img src=x onerror=\"document.title='owned'\">";

    public static readonly string[] Types =
    [
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET", "EXPORT_ASSETS_TO_S3", "EXPORT_ASSET_TO_SIGNED_URL", "EXPORT_REVISIONS_TO_S3",
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY", "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES", "IMPORT_ASSETS_FROM_S3",
        "IMPORT_ASSET_FROM_API_GATEWAY_API", "IMPORT_ASSET_FROM_SIGNED_URL",
    ];

    public static readonly string[] States = ["WAITING", "IN_PROGRESS", "COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED"];

    public static Target Target(string name, string region = "us-east-1") => new() { Name = name, Region = region };

    public static StatusBoard Of(params IEnumerable<TargetStatus> statuses)
    {
        var board = new StatusBoard();
        foreach (var status in statuses)
        {
            board.Post(status);
        }

        return board;
    }

    /// <summary>A target whose first poll is under way.</summary>
    public static TargetStatus Pending(string name) => new() { Target = Target(name) };

    /// <summary>A target that is up, with the jobs given and zeros elsewhere.</summary>
    public static TargetStatus Up(string name, params IEnumerable<(string State, string Type, long Count)> jobs) => new()
    {
        Target = Target(name),
        AccountId = "123456789012",
        LastPoll = new PollReport(Now.AddSeconds(-12), TimeSpan.FromSeconds(1.24), PollMode.Incremental, CallOutcome.Ok, 1, 1),
        LastSuccessAt = Now.AddSeconds(-11),
        Snapshot = Snapshot(Now.AddSeconds(-11), jobs),
    };

    /// <summary>The same target after a poll that failed.</summary>
    public static TargetStatus Failed(TargetStatus before, string error = "AWS refused: not authorized to perform dataexchange:ListJobs", string? hint = "Attach dataexchange:ListJobs to the role.") => before with
    {
        LastPoll = new PollReport(Now.AddSeconds(-9), TimeSpan.FromSeconds(0.2), PollMode.Full, CallOutcome.AccessDenied, 0, 1, error, hint),
    };

    public static TargetSnapshot Snapshot(DateTimeOffset at, params IEnumerable<(string State, string Type, long Count)> jobs)
    {
        var counts = States.SelectMany(s => Types.Select(t => (State: s, Type: t))).ToDictionary(k => new StateAndType(k.State, k.Type), _ => 0L);
        foreach (var (state, type, count) in jobs)
        {
            counts[new StateAndType(state, type)] = count;
        }

        return new TargetSnapshot
        {
            TakenAt = at,
            AccountId = "123456789012",
            Jobs = counts,
            JobErrors = new Dictionary<TypeAndCode, long>(),
            JobErrorResources = new Dictionary<CodeAndResource, long>(),
            LimitBreaches = new Dictionary<TypeAndLimit, long>(),
            LimitValues = new Dictionary<string, double>(),
            RecentlyFinished = new Dictionary<StateTypeAndWindow, long>(),
            OldestCreated = new Dictionary<StateAndType, DateTimeOffset>(),
            LastFinished = new Dictionary<StateAndType, DateTimeOffset>(),
            FinishedTotal = new Dictionary<StateAndType, long>(),
            FinishedErrorsTotal = new Dictionary<TypeAndCode, long>(),
            FinishedLimitBreachesTotal = new Dictionary<TypeAndLimit, long>(),
            JobsTracked = (int)counts.Values.Sum(),
        };
    }

    /// <summary>A failed job whose every text is an attack.</summary>
    public static FailedJob Hostile(string id = "0123456789abcdef0123456789abcdef") => new(
        id,
        "ERROR",
        "IMPORT_ASSETS_FROM_S3",
        "ds-" + Script,
        "Prices " + Image,
        Now.AddMinutes(-7),
        [
            new FailedJobError("VALIDATION_EXCEPTION", $"Asset {Script} was refused {Image}", "Asset size in GB", 100, "s3://bucket/" + Script + ".csv", "ASSET"),
        ]);

    /// <summary>What a busy night looks like: so many targets, two of them failing, one new, with a hostile job among the failures.</summary>
    public static StatusBoard Busy(int targets = 14, DateTimeOffset? at = null)
    {
        var now = at ?? Now;
        var random = new Random(7);
        var statuses = Enumerable.Range(0, targets).Select(i => Typical($"{(i % 2 == 0 ? "provider" : "subscriber")}-{i:000}", now, random)).ToList();
        statuses[1] = Failed(statuses[1]) with { LastSuccessAt = now.AddMinutes(-3) };
        statuses[4] = Failed(statuses[4], "The security token included in the request is expired.", null) with
        {
            LastSuccessAt = now.AddHours(-2),
            Snapshot = statuses[4].Snapshot! with { TakenAt = now.AddHours(-2) },
        };
        statuses[6] = Pending("subscriber-new");
        statuses[0] = statuses[0] with { LatestFailures = [Hostile(), .. statuses[0].LatestFailures] };
        return Of(statuses);
    }

    private static TargetStatus Typical(string name, DateTimeOffset now, Random random)
    {
        var jobs = Types.SelectMany(t => States.Select(s => (s, t, Count: s switch
        {
            "COMPLETED" => random.Next(20, 4000),
            "ERROR" => t.Contains("SIGNED", StringComparison.Ordinal) ? random.Next(40, 300) : random.Next(0, 12),
            "TIMED_OUT" => random.Next(0, 3),
            "CANCELLED" => random.Next(0, 5),
            _ => random.Next(0, 14),
        }))).Select(j => (j.s, j.t, (long)j.Count));
        var up = Up(name, jobs);
        var snapshot = up.Snapshot! with
        {
            JobErrors = new Dictionary<TypeAndCode, long>
            {
                [new("IMPORT_ASSET_FROM_SIGNED_URL", "VALIDATION_EXCEPTION")] = random.Next(20, 90),
                [new("IMPORT_ASSETS_FROM_S3", "SERVICE_QUOTA_EXCEEDED_EXCEPTION")] = random.Next(1, 9),
                [new("EXPORT_ASSETS_TO_S3", "ACCESS_DENIED_EXCEPTION")] = random.Next(1, 30),
            },
            LimitBreaches = new Dictionary<TypeAndLimit, long> { [new("IMPORT_ASSETS_FROM_S3", "Asset size in GB")] = random.Next(1, 9) },
            LimitValues = new Dictionary<string, double> { ["Asset size in GB"] = 100 },
            RecentlyFinished = new[] { ("15m", 2), ("1h", 9), ("1d", 160) }.SelectMany(w => new Dictionary<StateTypeAndWindow, long>
            {
                [new("COMPLETED", "EXPORT_ASSETS_TO_S3", w.Item1)] = w.Item2 * 4,
                [new("ERROR", "EXPORT_ASSET_TO_SIGNED_URL", w.Item1)] = w.Item2,
                [new("TIMED_OUT", "IMPORT_ASSETS_FROM_S3", w.Item1)] = w.Item2 / 9,
            }).ToDictionary(p => p.Key, p => p.Value),
            OldestCreated = new Dictionary<StateAndType, DateTimeOffset> { [new("WAITING", "EXPORT_ASSETS_TO_S3")] = now.AddMinutes(-random.Next(2, 300)) },
        };
        var open = (int)snapshot.Jobs.Where(j => j.Key.State is "WAITING" or "IN_PROGRESS").Sum(j => j.Value);
        return up with
        {
            Snapshot = snapshot,
            History = [.. Enumerable.Range(0, 120).Select(i => new HistoryPoint(
                now.AddMinutes(i - 120), i == 119 ? open : open + (int)(20 * Math.Sin(i / 9.0)) + random.Next(-6, 6), random.Next(0, 9), i is > 90 and < 110 ? random.Next(2, 8) : random.Next(0, 2)))],
            LatestFailures = [.. Enumerable.Range(0, 4).Select(i => new FailedJob(
                Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), i == 3 ? "TIMED_OUT" : "ERROR", Types[random.Next(Types.Length)],
                "aae4c2cd145a48454f9369d4a4db5c66", "Daily prices, Europe", now.AddMinutes(-11 * (i + 1) - random.Next(0, 60)),
                i == 3 ? [] : [new FailedJobError("ACCESS_DENIED_EXCEPTION", "Access denied to the bucket named in the request. Check its policy.", null, null, null, null)]))],
        };
    }
}
