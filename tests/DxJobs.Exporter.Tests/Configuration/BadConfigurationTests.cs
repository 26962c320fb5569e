using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

public class BadConfigurationTests
{
    public static TheoryData<string, string> BadFiles => new()
    {
        { "poll:\n  intervall: 1m", "f:2: poll.intervall: there is no key 'intervall' here; did you mean interval?" },
        { "pol:\n  interval: 1m", "f:2: pol.interval: there is no key 'pol' here; did you mean poll?" },
        { "something: 1", "f:1: something: there is no key 'something' here" },
        { "poll: 1m", "f:1: poll: must be a section of keys and values" },
        { "poll: [1m]", "f:1: poll[0]: must not be a list" },
        { "poll:\n  interval: 1x", "f:2: poll.interval: '1x' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: 60", "f:2: poll.interval: '60' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: -1m", "f:2: poll.interval: '-1m' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: 1m1h", "f:2: poll.interval: '1m1h' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: 1.5m", "f:2: poll.interval: '1.5m' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: 500ms", "f:2: poll.interval: '500ms' is not within 1s to 1d" },
        { "poll:\n  interval: 2d", "f:2: poll.interval: '2d' is not within 1s to 1d" },
        { "poll:\n  interval:\n    every: 1m", "f:3: poll.interval.every: poll.interval must be a single value" },
        { "poll:\n  interval: [1m]", "f:2: poll.interval[0]: poll.interval must be a single value" },
        { "poll:\n  interval: []", "f:2: poll.interval: '[]' is not a duration such as 30s, 5m or 1h30m" },
        { "poll:\n  interval: {}", "f:2: poll.interval: '{}' is not a duration such as 30s, 5m or 1h30m" },
        { "windows: [1h]\ntarget: []", "f:2: target: there is no key 'target' here; did you mean targets?" },
        { "shards: {}", "f:1: shards: there is no key 'shards' here; did you mean shard?" },
        { "targets:\n- {}", "f:2: targets[0].name: is missing" },
        { "poll:\n  timeout: 2m", "f:2: poll.timeout: 2m exceeds poll.interval, 1m" },
        { "poll:\n  interval: 30s\n  timeout: 31s", "f:3: poll.timeout: 31s exceeds poll.interval, 30s" },
        { "poll:\n  timeout: 1ms", "f:2: poll.timeout: '1ms' is not within 100ms to 1d" },
        { "poll:\n  page_size: 0", "f:2: poll.page_size: '0' is not within 1 to 200" },
        { "poll:\n  page_size: 201", "f:2: poll.page_size: '201' is not within 1 to 200" },
        { "poll:\n  page_size: many", "f:2: poll.page_size: 'many' is not a whole number" },
        { "poll:\n  page_size: 1.5", "f:2: poll.page_size: '1.5' is not a whole number" },
        { "poll:\n  full_resync: 30s", "f:2: poll.full_resync: 30s is less than poll.interval, 1m" },
        { "poll:\n  full_resync: 91d", "f:2: poll.full_resync: '91d' is not within 1s to 90d" },
        { "poll:\n  stale_after: 10s", "f:2: poll.stale_after: 10s is less than poll.interval, 1m: series would come and go" },
        { "poll:\n  max_concurrent_targets: 0", "f:2: poll.max_concurrent_targets: '0' is not within 1 to 1000" },
        { "poll:\n  max_requests_per_second: 0", "f:2: poll.max_requests_per_second: '0' is not within 0.1 to 1000" },
        { "poll:\n  max_requests_per_second: 1001", "f:2: poll.max_requests_per_second: '1001' is not within 0.1 to 1000" },
        { "poll:\n  max_requests_per_second: NaN", "f:2: poll.max_requests_per_second: 'NaN' is not a number" },
        { "poll:\n  max_requests_per_second: 1,5", "f:2: poll.max_requests_per_second: '1,5' is not a number" },
        { "windows: 15m", "f:1: windows: must be a list" },
        { "windows:\n- 15m\n- 1h\n- 15m", "f:4: windows[2]: the window 15m is there twice" },
        { "windows:\n- 60m\n- 1h", "f:3: windows[1]: the window 1h is there twice" },
        { "windows: [100d]", "f:1: windows[0]: '100d' is not within 1s to 90d" },
        { "windows: [1m,2m,3m,4m,5m,6m,7m,8m,9m,10m,11m]", "f:1: windows: 11 windows; at most 10 are allowed" },
        { "data_sets:\n  enabled: maybe", "f:2: data_sets.enabled: 'maybe' is neither true nor false" },
        { "data_sets:\n  limit: 0", "f:2: data_sets.limit: '0' is not within 1 to 10000" },
        { "data_sets:\n  exclude: Test*", "f:2: data_sets.exclude: must be a list" },
        { "data_sets:\n  exclude: ['']", "f:2: data_sets.exclude[0]: '' must be an id, or a name with * and ?, on one line of at most 256 characters" },
        { "data_sets:\n  expected:\n  - every: 1d", "f:3: data_sets.expected[0].data_set: is missing" },
        { "data_sets:\n  expected:\n  - data_set: a", "f:3: data_sets.expected[0].every: is missing" },
        { "data_sets:\n  expected:\n  - {data_set: a, every: daily}", "f:3: data_sets.expected[0].every: 'daily' is not a duration such as 30s, 5m or 1h30m" },
        { "data_sets:\n  expected:\n  - {data_set: a, every: 1s}", "f:3: data_sets.expected[0].every: '1s' is not within 1m to 90d" },
        { "data_sets:\n  expected:\n  - {data_set: a, every: 1d, type: EXPORT_REVISION_TO_S3}", "f:3: data_sets.expected[0].type: unknown job type 'EXPORT_REVISION_TO_S3'; did you mean EXPORT_REVISIONS_TO_S3?" },
        { "data_sets:\n  expected:\n  - {data_set: a, every: 1d, type: export}", "f:3: data_sets.expected[0].type: 'export' must be a job type such as EXPORT_REVISIONS_TO_S3" },
        { "poll:\n  abandoned_after: 30s", "f:2: poll.abandoned_after: '30s' is not within 1m to 90d" },
        { "targets:\n- region: us-east-1", "f:2: targets[0].name: is missing" },
        { "targets: [eu-west-1]", "f:1: targets[0]: must be a section of keys and values" },
        { "targets:\n  name: a", "f:2: targets.name: targets must be a list" },
        { "targets:\n- name: a\n- name: a", "f:3: targets[1].name: there is another target named 'a'; several regions of one account go under regions" },
        { "targets:\n- name: 'a b'", "f:2: targets[0].name: 'a b' must be 1 to 100 letters, digits, '.', '_', '/' or '-'" },
        { "targets:\n- name: a\n  region: Virginia", "f:3: targets[0].region: 'Virginia' must be a region's code such as us-east-1" },
        { "targets:\n- name: a\n  region: us-east-1\n  regions: [eu-west-1]", "f:3: targets[0].region: there is regions, too; use one of them" },
        { "targets:\n- name: a\n  regions: [us-east-1, us-east-1]", "f:3: targets[0].regions[1]: us-east-1 is there twice" },
        { "targets:\n- name: a\n  role_arn: role", "f:3: targets[0].role_arn: 'role' must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/dxjobs-read" },
        { "targets:\n- name: a\n  role_arn: arn:aws:iam::12345:role/x", "f:3: targets[0].role_arn: 'arn:aws:iam::12345:role/x' must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/dxjobs-read" },
        { "targets:\n- name: a\n  role_arn: arn:aws:iam::123456789012:user/x", "f:3: targets[0].role_arn: 'arn:aws:iam::123456789012:user/x' must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/dxjobs-read" },
        { "targets:\n- name: a\n  external_id: abc", "f:3: targets[0].external_id: goes with role_arn, which is missing" },
        { "targets:\n- name: a\n  data_set_id: short", "f:3: targets[0].data_set_id: 'short' must be 30 to 40 letters and digits" },
        { "targets:\n- name: a\n  revision_id: '../../etc'", "f:3: targets[0].revision_id: '../../etc' must be 30 to 40 letters and digits" },
        { "targets:\n- name: a\n  endpoint_url: localhost:80", "f:3: targets[0].endpoint_url: 'localhost:80' must be an http or https URL without user name, query or fragment" },
        { "targets:\n- name: a\n  endpoint_url: http://me:pw@host/", "f:3: targets[0].endpoint_url: 'http://…@host/' must be an http or https URL without user name, query or fragment" },
        { "targets:\n- name: a\n  endpoint_url: ftp://host/", "f:3: targets[0].endpoint_url: 'ftp://host/' must be an http or https URL without user name, query or fragment" },
        { "targets:\n- name: a\n  rolearn: x", "f:3: targets[0].rolearn: there is no key 'rolearn' here; did you mean role_arn?" },
        { "shard:\n  index: 3\n  count: 3", "f:2: shard.index: 3 is not below shard.count, 3" },
        { "shard:\n  index: -1\n  count: 3", "f:2: shard.index: '-1' is not within 0 to 9999" },
        { "shard:\n  count: 0", "f:2: shard.count: '0' is not within 1 to 10000" },
        { "shard:\n  count: 3", "f:2: shard.count: shard.index is missing, and the host name 'host' does not end in a number to take its place" },
        { "poll:\n  interval: 1m\n  interval: 2m", "f:3: not valid YAML: Duplicate key interval" },
        { "poll:\n\tinterval: 1m", "f:2: not valid YAML: the line is indented with a tab; use spaces" },
        { "poll: {interval: 1m", "f:1: not valid YAML:" },
        { "- a\n- b", "f:1: must be keys and values such as poll and targets" },
        { "just a text", "f:1: must be keys and values such as poll and targets" },
        { "poll:\n  interval: 2m\n\ttimeout: 1m", "f:3: not valid YAML: the line is indented with a tab; use spaces" },
        { "poll:\n  interval: '2m\n  timeout: 1m", "f:2: not valid YAML:" },
        { "targets:\n- &a {name: a}\n- <<: *a\n  name: b", "f:3: targets[1]: keys can't be merged with <<; write them out" },
        { "targets:\n- name: a\n  regions: us-east-1", "f:3: targets[0].regions: must be a list" },
        { "{\"poll\": {\"interval\": \"2m\",\n\"oops\": 1}}", "f:2: poll.oops: there is no key 'oops' here" },
        { "poll: {}\n---\npoll: {}", "f:3: a second document begins here; there must be one" },
        { "a: [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]", "f:1: nested more than 16 levels deep" },
        { "poll: *nowhere", "f:1: not valid YAML:" },
        { "'': 1", "f:1: '' is no key" },
        { "poll:\n  a.b: 1", "f:2: poll: 'a.b' is no key" },
    };

    public static TheoryData<string, string, string> BadEnvironment => new()
    {
        { "DXJOBS_POLL__INTERVALL", "1m", "DXJOBS_POLL__INTERVALL: there is no such key; did you mean DXJOBS_POLL__INTERVAL?" },
        { "DXJOBS_NONSENSE", "1", "DXJOBS_NONSENSE: there is no such key" },
        { "DXJOBS_POLL__INTERVAL", "x", "DXJOBS_POLL__INTERVAL: poll.interval: 'x' is not a duration such as 30s, 5m or 1h30m" },
        { "DXJOBS_POLL__PAGE_SIZE", "999", "DXJOBS_POLL__PAGE_SIZE: poll.page_size: '999' is not within 1 to 200" },
        { "DXJOBS_TARGETS__0__REGION", "us-east-1", "DXJOBS_TARGETS__0__REGION: targets[0].name: is missing" },
        { "DXJOBS_TARGETS__2__NAME", "c", "DXJOBS_TARGETS__2__NAME: targets[2]: there is no targets[0] before it" },
        { "DXJOBS_WINDOWS", "15m,soon", "DXJOBS_WINDOWS: windows[1]: 'soon' is not a duration such as 30s, 5m or 1h30m" },
        { "DXJOBS_WINDOWS__0", "soon", "DXJOBS_WINDOWS__0: windows[0]: 'soon' is not a duration such as 30s, 5m or 1h30m" },
        { "DXJOBS_SHARD__COUNT", "3", "DXJOBS_SHARD__COUNT: shard.count: shard.index is missing, and the host name 'host' does not end in a number to take its place" },
        { "DXJOBS_PORT", "10390", "DXJOBS_PORT: there is no such key" },
        { "DXJOBS_TARGETS__99999999999__NAME", "a", "DXJOBS_TARGETS__99999999999__NAME: there is no such key" },
        { "DXJOBS_DATA_SETS__ENABLED", "ja", "DXJOBS_DATA_SETS__ENABLED: data_sets.enabled: 'ja' is neither true nor false" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_refused_with_key_and_line(string text, string problem)
    {
        var reading = ConfigurationLoader.Load(text, new ConfigurationSources("f", new Dictionary<string, string>(), "host"));

        Assert.Null(reading.Options);
        Assert.Contains(reading.Problems, p => p.ToString() == problem || (problem.EndsWith("YAML:", StringComparison.Ordinal) && p.ToString().StartsWith(problem, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(BadEnvironment))]
    public void A_bad_variable_is_refused_by_its_name(string name, string value, string problem)
    {
        var reading = ConfigurationLoader.Load("", new ConfigurationSources(null, new Dictionary<string, string> { [name] = value }, "host"));

        Assert.Null(reading.Options);
        Assert.Contains(problem, reading.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void All_problems_are_said_at_once_in_the_order_of_the_file()
    {
        var reading = ConfigurationLoader.Load(
            "poll:\n  page_size: 0\n  oops: 1\ntargets:\n- region: x\nshard: 1\n", new ConfigurationSources("f", new Dictionary<string, string> { ["DXJOBS_X"] = "" }, "host"));

        Assert.Equal([2, 3, 5, 5, 6, null], reading.Problems.Select(p => p.Line));
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing()
    {
        var reading = ConfigurationLoader.Load(new ConfigurationSources("/no/such/file.yaml", new Dictionary<string, string>(), "host"));

        Assert.Equal("/no/such/file.yaml: there is no such file", Assert.Single(reading.Problems).ToString());
    }

    /// <summary>A device says nothing of its length: what is read is counted.</summary>
    [Theory]
    [InlineData("/dev/zero", "/dev/zero: can't be read: it is larger than 4 MiB")]
    [InlineData("/", "/: can't be read: it is a folder")]
    public void What_is_no_file_is_refused_soon(string path, string problem)
    {
        var reading = ConfigurationLoader.Load(new ConfigurationSources(path, new Dictionary<string, string>(), "host"));

        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
    }
}
