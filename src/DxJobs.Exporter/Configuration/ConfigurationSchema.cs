using System.Text.RegularExpressions;

namespace DxJobs.Exporter.Configuration;

/// <summary>Every key that a configuration may have.</summary>
internal static partial class ConfigurationSchema
{
    /// <summary>The keys, in the order of the reference.</summary>
    public static readonly IReadOnlyList<KeyDefinition> All =
    [
        new("poll.interval", KeyKind.Duration, "From the start of one poll of a target to the start of the next.") { Default = "1m", Min = "1s", Max = "1d" },
        new("poll.timeout", KeyKind.Duration, "The most that one poll of one target may take, all its pages and retries; must not exceed the interval. With an interval below 50s the default is the interval.")
            { Default = "50s", Min = "100ms", Max = "1d" },
        new("poll.page_size", KeyKind.Integer, "Jobs asked for in one page (MaxResults of ListJobs).") { Default = "200", Min = "1", Max = "200" },
        new("poll.full_resync", KeyKind.Duration, "How often everything is listed again; at least the interval.") { Default = "6h", Min = "1s", Max = "90d" },
        new("poll.full_timeout", KeyKind.Duration, "Time without progress after which a full listing is abandoned and restarted. It continues across polls and never delays them.")
            { Default = "30m", Min = "1s", Max = "90d" },
        new("poll.stale_after", KeyKind.Duration, "A target without a good poll for so long stops exposing job series; at least the interval. With an interval over 1m the default is five intervals.")
            { Default = "5m", Min = "1s", Max = "90d" },
        new("poll.max_concurrent_targets", KeyKind.Integer, "Targets that are polled at the same time, at the most.") { Default = "8", Min = "1", Max = "1000" },
        new("poll.max_requests_per_second", KeyKind.Number, "HTTP requests a second for each account and region, retries included.") { Default = "5", Min = "0.1", Max = "1000" },
        new("poll.abandoned_after", KeyKind.Duration, "Age from which an open job counts as abandoned (aws_dataexchange_abandoned_jobs) and no longer as the oldest one.")
            { Default = "7d", Min = "1m", Max = "90d" },
        new("poll.recheck_open_jobs", KeyKind.Text, "adaptive: an open job is confirmed after at most 1/20 of its age and at most 2h. every_poll: at every poll, at any number of calls.")
            { Default = "adaptive", Pattern = RecheckPattern(), PatternWords = "adaptive or every_poll", Example = "every_poll" },
        new("windows.[]", KeyKind.Duration, "Windows of aws_dataexchange_recently_finished_jobs, 1 to 10 of them; the label says them as they are written here.")
            { Default = "[15m, 1h, 1d]", Min = "1s", Max = "90d" },
        new("data_sets.enabled", KeyKind.Boolean, "Per-data-set series and names.") { Default = "true" },
        new("data_sets.limit", KeyKind.Integer, "Data sets with their own series, per target: failing and late ones first, then the most recently active; the others are summed under __other__.")
            { Default = "100", Min = "1", Max = "10000" },
        new("data_sets.revisions", KeyKind.Boolean, "Also read the newest revision of each data set (ListDataSetRevisions).") { Default = "false" },
        Text("data_sets.exclude.[]", "Data sets without series, by id, or by name with * and ?. They are not in __other__ nor in consecutive_failures, but part of all other totals.", DataSetPattern(), DataSetPatternWords, "Test *"),
        Text("data_sets.expected.[].data_set", "Data sets whose expected interval is configured instead of learned, by id, or by name with * and ?. The first match wins.", DataSetPattern(), DataSetPatternWords, "Daily prices*"),
        Text("data_sets.expected.[].type", "The type of job; without it, all types.", TypePattern(), "a job type such as EXPORT_REVISIONS_TO_S3", "EXPORT_REVISIONS_TO_S3"),
        new("data_sets.expected.[].every", KeyKind.Duration, "How often a job completes.") { Min = "1m", Max = "90d" },
        new("data_sets.expected.[].grace", KeyKind.Duration, "How much later it may complete; a quarter of every by default.") { Min = "0s", Max = "90d" },
        new("log.failed_jobs", KeyKind.Boolean, "One log line for each job observed to fail.") { Default = "true" },
        Text("targets.[].name", "The target's name, unique: the target label.", NamePattern(), "1 to 100 letters, digits, '.', '_', '/' or '-'", "provider-prod"),
        Text("targets.[].region", "The one region of the target; or regions.", RegionPattern(), "a region's code such as us-east-1", "us-east-1"),
        Text("targets.[].regions.[]", "The regions of the target; each makes a target of its own with the same name. Without region and regions the SDK's own chain is asked.", RegionPattern(), "a region's code such as us-east-1", "eu-west-1"),
        Text("targets.[].role_arn", "The role that is assumed for every call.", RolePattern(), "the ARN of an IAM role such as arn:aws:iam::123456789012:role/dxjobs-read", "arn:aws:iam::123456789012:role/dxjobs-read"),
        Text("targets.[].external_id", "The external id given when the role is assumed; only with role_arn.", ExternalIdPattern(), "2 to 1224 letters, digits or any of +=,.@:/-", "example-external-id"),
        Text("targets.[].profile", "A profile of the shared AWS configuration files, instead of the SDK's default chain.", ProfilePattern(), "a profile's name on one line", "billing"),
        Text("targets.[].sts_region", "Region of the STS endpoint that assumes the role. Default: the region named by AWS_ENDPOINT_URL_STS, else the target's.", RegionPattern(), "a region's code such as us-east-1", "us-east-1"),
        Text("targets.[].data_set_id", "Only the jobs of this data set.", IdPattern(), "30 to 40 letters and digits", "0123456789abcdef0123456789abcdef"),
        Text("targets.[].revision_id", "Only the jobs of this revision.", IdPattern(), "30 to 40 letters and digits", "fedcba9876543210fedcba9876543210"),
        Text("targets.[].endpoint_url", "Where the API is; else AWS_ENDPOINT_URL_DATAEXCHANGE, AWS_ENDPOINT_URL, or the region's own endpoint.", UrlPattern(), "an http or https URL without user name, query or fragment", "https://vpce-0123.dataexchange.us-east-1.vpce.amazonaws.com"),
        new("shard.index", KeyKind.Integer, "This replica's number, below shard.count. Without it, and with a count over 1, the trailing number of the host name (a StatefulSet's ordinal).") { Min = "0", Max = "9999" },
        new("shard.count", KeyKind.Integer, "The number of replicas that divide the targets among them.") { Default = "1", Min = "1", Max = "10000" },
    ];

    private static readonly Dictionary<string, KeyDefinition> ByPath = All.ToDictionary(key => key.Path);

    /// <summary>The key at a path with <c>[]</c> for places in lists; null if there is none.</summary>
    public static KeyDefinition? Find(string path) => ByPath.GetValueOrDefault(path);

    private static KeyDefinition Text(string path, string meaning, Regex pattern, string words, string example) =>
        new(path, KeyKind.Text, meaning) { Pattern = pattern, PatternWords = words, Example = example };

    private const string DataSetPatternWords = "an id, or a name with * and ?, on one line of at most 256 characters";

    [GeneratedRegex(@"^[^\x00-\x1f\x7f]{1,256}\z")]
    private static partial Regex DataSetPattern();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{2,99}\z")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^(adaptive|every_poll)\z")]
    private static partial Regex RecheckPattern();

    [GeneratedRegex(@"^[A-Za-z0-9._/-]{1,100}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,576}\z")]
    private static partial Regex RolePattern();

    [GeneratedRegex(@"^[A-Za-z0-9+=,.@:/_-]{2,1224}\z")]
    private static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"^[^\x00-\x1f\x7f\[\]]{1,200}\z")]
    private static partial Regex ProfilePattern();

    [GeneratedRegex(@"^[a-zA-Z0-9]{30,40}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^https?://[A-Za-z0-9.\[\]:-]+(/[^\s?#@]*)?\z")]
    private static partial Regex UrlPattern();
}
