using CsCheck;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

public class ConfigurationLoaderTests
{
    [Fact]
    public void Nothing_given_means_the_defaults()
    {
        var options = Load("");

        Assert.Equal(new PollOptions(), options.Poll);
        Assert.Equal(["15m", "1h", "1d"], options.Windows.Select(w => w.Label));
        Assert.Empty(options.Targets);
        Assert.Equal(new ShardOptions { Index = 0, Count = 1 }, options.Shard);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var options = Load("""
            poll: {interval: 2m, timeout: 1m30s, page_size: 50, full_resync: 12h, stale_after: 10m, max_concurrent_targets: 3, max_requests_per_second: 0.5}
            windows: [5m, 1h]
            data_sets: {enabled: true, limit: 7}
            targets:
              - name: a
                regions: [us-east-1, cn-north-1]
                role_arn: arn:aws-cn:iam::123456789012:role/path/dxjobs
                external_id: ext
                profile: some profile
                data_set_id: 0123456789abcdef0123456789abcdef
                revision_id: fedcba9876543210fedcba9876543210
                endpoint_url: https://example.com:8443/base
              - {name: b, region: us-gov-west-1}
              - {name: c}
            shard: {index: 1, count: 2}
            """);

        Assert.Equal(
            new PollOptions
            {
                Interval = TimeSpan.FromMinutes(2),
                Timeout = TimeSpan.FromSeconds(90),
                PageSize = 50,
                FullResync = TimeSpan.FromHours(12),
                StaleAfter = TimeSpan.FromMinutes(10),
                MaxConcurrentTargets = 3,
                MaxRequestsPerSecond = 0.5,
            },
            options.Poll);
        Assert.Equal(["5m", "1h"], options.Windows.Select(w => w.Label));
        Assert.Equal((true, 7), (options.DataSets.Enabled, options.DataSets.Feeds.Limit));
        Assert.Equal(["a", "b", "c"], options.Targets.Select(t => t.Name));
        Assert.Equal(["us-east-1", "cn-north-1"], options.Targets[0].Regions);
        Assert.Equal("arn:aws-cn:iam::123456789012:role/path/dxjobs", options.Targets[0].RoleArn);
        Assert.Equal(("ext", "some profile"), (options.Targets[0].ExternalId, options.Targets[0].Profile));
        Assert.Equal(("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"), (options.Targets[0].DataSetId, options.Targets[0].RevisionId));
        Assert.Equal(new Uri("https://example.com:8443/base"), options.Targets[0].EndpointUrl);
        Assert.Empty(options.Targets[2].Regions);
        Assert.Equal(new ShardOptions { Index = 1, Count = 2 }, options.Shard);
    }

    /// <summary>With work that grows with their square this would take minutes.</summary>
    [Fact]
    public void Very_many_targets_are_read_soon() => Assert.Equal(
        20_000, Load("targets:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- {{name: t{i}, region: us-east-1}}\n"))).Targets.Count);

    [Fact]
    public void Json_is_read_too() => Assert.Equal(TimeSpan.FromSeconds(30), Load("""{"poll": {"interval": "30s"}}""").Poll.Interval);

    [Fact]
    public void The_environment_is_stronger_than_the_file()
    {
        var options = Load(
            "poll: {interval: 2m}\nwindows: [5m, 1h, 2h]\ntargets:\n- {name: a, region: us-east-1}\n",
            ("DXJOBS_POLL__INTERVAL", "3m"), ("DXJOBS_WINDOWS", "15m,1d"), ("DXJOBS_TARGETS__0__REGION", "eu-west-1"), ("DXJOBS_TARGETS__1__NAME", "b"),
            ("DXJOBS_LOG__LEVEL", "debug"), ("OTHER", "x"));

        Assert.Equal(TimeSpan.FromMinutes(3), options.Poll.Interval);
        Assert.Equal(["15m", "1d"], options.Windows.Select(w => w.Label));
        Assert.Equal(["a eu-west-1", "b "], options.Targets.Select(t => $"{t.Name} {string.Join(',', t.Regions)}"));
    }

    [Theory]
    [InlineData("region: us-east-1", "REGION", "eu-west-1", "eu-west-1")]
    [InlineData("regions: [us-east-1, us-west-2]", "REGION", "eu-west-1", "eu-west-1")]
    [InlineData("region: us-east-1", "REGIONS", "eu-west-1, eu-west-2", "eu-west-1 eu-west-2")]
    [InlineData("regions: [us-east-1, us-west-2]", "REGIONS", "eu-west-1", "eu-west-1")]
    [InlineData("region: us-east-1", "REGIONS__0", "eu-west-1", "eu-west-1")]
    [InlineData("regions: [us-east-1, us-west-2]", "REGIONS__1", "eu-west-1", "us-east-1 eu-west-1")]
    public void Regions_of_the_environment_take_the_place_of_those_of_the_file_however_either_spells_them(string file, string key, string value, string regions)
    {
        var options = Load($"targets: [{{name: a, {file}}}]", ($"DXJOBS_TARGETS__0__{key}", value));

        Assert.Equal(regions, string.Join(' ', options.Targets[0].Regions));
    }

    /// <summary>Nobody wrote them: they come with every Service whose name begins with dxjobs.</summary>
    [Fact]
    public void What_Kubernetes_says_of_services_is_no_setting() => Assert.Empty(
        Load(
            "",
            ("DXJOBS_EXPORTER_SERVICE_HOST", "10.0.0.1"), ("DXJOBS_EXPORTER_SERVICE_PORT", "10390"), ("DXJOBS_EXPORTER_SERVICE_PORT_HTTP_METRICS", "10390"),
            ("DXJOBS_EXPORTER_PORT", "tcp://10.0.0.1:10390"), ("DXJOBS_EXPORTER_PORT_10390_TCP", "tcp://10.0.0.1:10390"),
            ("DXJOBS_EXPORTER_PORT_10390_TCP_PROTO", "tcp"), ("DXJOBS_EXPORTER_PORT_10390_TCP_PORT", "10390"),
            ("DXJOBS_EXPORTER_PORT_10390_TCP_ADDR", "10.0.0.1"), ("DXJOBS_PORT", "tcp://10.0.0.1:10390")).Targets);

    [Fact]
    public void The_defaults_that_the_reference_states_are_those_in_force()
    {
        var stated = string.Join('\n', ConfigurationSchema.All.Where(key => key.Default is not null && !key.Path.StartsWith("targets", StringComparison.Ordinal))
            .GroupBy(key => key.Path.Split('.')[0])
            .Select(section => $"{section.Key}: " + (section.First().Path.EndsWith("[]", StringComparison.Ordinal)
                ? section.First().Default
                : "{" + string.Join(", ", section.Select(key => $"{key.Name}: {key.Default}")) + "}")));
        var (said, nothing) = (Load(stated), Load(""));

        Assert.Equal(nothing.Windows, said.Windows);
        Assert.Equal(nothing with { Windows = [], Targets = [] }, said with { Windows = [], Targets = [] });
        Assert.Equal(new ExporterOptions().Windows, said.Windows);
        Assert.Equal(new PollOptions(), said.Poll);
        Assert.Equal(new DataSetOptions(), said.DataSets);
    }

    [Theory]
    [InlineData("poll: {interval: 10s}", 10, 300)]
    [InlineData("poll: {interval: 10m}", 50, 3000)]
    public void Defaults_that_would_contradict_the_interval_follow_it(string text, int timeoutSeconds, int staleSeconds)
    {
        var poll = Load(text).Poll;

        Assert.Equal(TimeSpan.FromSeconds(timeoutSeconds), poll.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(staleSeconds), poll.StaleAfter);
    }

    [Fact]
    public void The_shards_index_comes_from_the_host_name()
    {
        var reading = ConfigurationLoader.Load("shard: {count: 3}", new ConfigurationSources("f", new Dictionary<string, string>(), "dxjobs-exporter-2"));

        Assert.Equal(new ShardOptions { Index = 2, Count = 3 }, reading.Options!.Shard);
    }

    [Fact]
    public void Aliases_within_aliases_and_cycles_end()
    {
        var bomb = string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 12))}]\n"));
        Assert.NotEmpty(Read("a0: &a0 [x, x]\n" + bomb).Problems);
        Assert.NotEmpty(Read("poll: &p\n  self: *p\n").Problems);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_crash_or_hang() =>
        Gen.OneOf(
            Gen.String[Gen.Char["poll:windws[]{}&*!|>-#'\"\t\n ,0123456789smhd%@`~?\\"], 0, 200],
            Gen.String[0, 100],
            Gen.Select(Gen.Int[0, 400], Gen.Char, (at, c) => Sample.Insert(at % Sample.Length, c.ToString())),
            Gen.Select(Gen.Int[0, 400], Gen.Int[1, 30], (at, length) => Sample.Remove(at % Sample.Length, Math.Min(length, Sample.Length - (at % Sample.Length))))).Sample(
            text =>
            {
                var reading = Read(text);
                Assert.Equal(reading.Options is null, reading.Problems.Count > 0);
            },
            iter: 5_000);

    private const string Sample = "poll: {interval: 2m, page_size: 50}\nwindows: [5m, 1h]\ntargets:\n  - name: a\n    regions: [us-east-1]\n    role_arn: arn:aws:iam::123456789012:role/x\nshard: {index: 0, count: 2}\n";

    private static ConfigurationReading Read(string text) => ConfigurationLoader.Load(text, new ConfigurationSources("f", new Dictionary<string, string>(), "host"));

    private static ExporterOptions Load(string text, params (string Name, string Value)[] environment)
    {
        var reading = ConfigurationLoader.Load(text, new ConfigurationSources("f", environment.ToDictionary(e => e.Name, e => e.Value), "host"));
        Assert.Empty(reading.Problems);
        return reading.Options!;
    }
}
