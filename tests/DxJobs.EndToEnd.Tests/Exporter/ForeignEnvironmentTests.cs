using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Settings meant for other programs, damaged AWS files and conditions that pass: a message, never a crash, a stack trace or a secret.</summary>
public sealed class ForeignEnvironmentTests : IDisposable
{
    private const string Secret = "wJalrXUtnFEMIhunter22";

    private readonly ConfigFile _config = new("targets: [{name: one, endpoint_url: \"http://127.0.0.1:9\"}]");

    [Fact]
    public async Task Variables_that_differ_only_in_case()
    {
        var run = await ExporterProcess.RunWithAsync(new() { ["foo"] = "1", ["FOO"] = "2", ["HTTP_PROXY"] = "http://p:1", ["http_proxy"] = "http://q:1" }, "check-config");
        Assert.Equal((0, ""), (run.Status, run.Error));
    }

    [Fact]
    public async Task Settings_of_the_framework_are_not_read()
    {
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new()
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:1",
                ["ASPNETCORE_ALLOWEDHOSTS"] = "other.example",
                ["AllowedHosts"] = "other.example",
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Kestrel__Endpoints__Other__Url"] = "nonsense",
                ["HTTP_PROXY"] = "http://127.0.0.1:9",
            },
            "--simulate");
        await exporter.ScrapedAsync(scrape => scrape.Up("simulator"), "a successful poll");
        Assert.Equal(200, (await exporter.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Unusable_telemetry_variables_are_a_warning()
    {
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json", ["OTEL_BSP_MAX_QUEUE_SIZE"] = "-1" },
            "--simulate");
        await exporter.SaysAsync("warning: OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json'");
        await exporter.ScrapedAsync(scrape => scrape.Up("simulator"), "a successful poll");
    }

    [Theory]
    [InlineData("[default] # main account\naws_access_key_id = A\naws_secret_access_key = wJalrXUtnFEMIhunter22\n", ":1: text after the closing bracket")]
    [InlineData("[default]\naws_access_key_id = A\naws_secret_access_key wJalrXUtnFEMIhunter22\n", ":3: neither a [section]")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMIhunter22\n", ":1: comes before the first [section]")]
    public async Task A_damaged_credentials_file_is_named_with_its_line(string text, string message)
    {
        await File.WriteAllTextAsync(_config.PathOf("credentials"), text, TestContext.Current.CancellationToken);
        var run = await ExporterProcess.RunWithAsync(
            new() { ["AWS_SHARED_CREDENTIALS_FILE"] = _config.PathOf("credentials") }, "once", "--config.file", _config.Path);
        AssertOrderly(run, 1);
        Assert.Contains("one/us-east-1: credentials: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = p\nmfa_serial = m", ":4: profile 'p' has mfa_serial")]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = gone", "names profile 'gone', which does not exist")]
    [InlineData("credential_process = /bin/false wJalrXUtnFEMIhunter22", "credential_process of profile 'p' failed")]
    [InlineData("sso_start_url = https://x.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = R", "aws sso login --profile p")]
    public async Task A_profile_that_cannot_be_used_is_the_outcome_credentials(string profile, string message)
    {
        _config.Write("targets: [{name: one, profile: p, endpoint_url: \"http://127.0.0.1:9\"}]");
        await File.WriteAllTextAsync(_config.PathOf("config"), "[profile p]\n" + profile + "\n", TestContext.Current.CancellationToken);
        var run = await ExporterProcess.RunWithAsync(
            new() { ["AWS_CONFIG_FILE"] = _config.PathOf("config"), ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "" }, "once", "--config.file", _config.Path);
        AssertOrderly(run, 1);
        Assert.Contains("one/us-east-1: credentials: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_token_file_is_named()
    {
        var run = await ExporterProcess.RunWithAsync(
            new()
            {
                ["AWS_ACCESS_KEY_ID"] = "",
                ["AWS_SECRET_ACCESS_KEY"] = "",
                ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/r",
                ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/nonexistent/token",
            },
            "once", "--config.file", _config.Path);
        AssertOrderly(run, 1);
        Assert.Contains("credentials: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("names the file /nonexistent/token, which does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_around_keys_is_removed()
    {
        await using var server = await Accounts.StillAsync(10);
        var run = await ExporterProcess.RunWithAsync(
            new(ExporterProcess.SimulatedUser().Where(v => v.Key.Contains("KEY", StringComparison.Ordinal)).ToDictionary(v => v.Key, v => v.Value + "\n"))
            {
                ["AWS_ENDPOINT_URL"] = server.Endpoint + "\n",
            },
            "once");
        Assert.Equal((0, ""), (run.Status, run.Error));
    }

    [Fact]
    public async Task Instance_metadata_out_of_reach_is_no_configuration_error()
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "",
            ["AWS_EC2_METADATA_DISABLED"] = "",
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = "http://127.0.0.1:9",
        };
        var check = await ExporterProcess.RunWithAsync(environment, "check-config", "--config.file", _config.Path);
        Assert.Equal((0, "ok: 1 target\n"), (check.Status, check.Output));
        Assert.Contains("warning: target 'one' has no region yet", check.Error, StringComparison.Ordinal);
        await using var exporter = await ExporterProcess.ServeWithAsync(environment, "--config.file", _config.Path);
        var scrape = await exporter.ScrapedAsync(s => s.Sum("dxjobs_target_last_poll_outcome", ("outcome", "network")) == 1, "a failed poll");
        Assert.Equal(0, scrape.Single("dxjobs_target_up", ("region", "unknown")));
    }

    [Fact]
    public async Task No_region_anywhere_is_a_configuration_error_in_check_config_too() =>
        AssertOrderly(await ExporterProcess.RunWithAsync(new() { ["AWS_REGION"] = "" }, "check-config", "--config.file", _config.Path), 2);

    [Fact]
    public async Task A_port_of_localhost_that_is_not_named_is_invalid_usage() =>
        AssertOrderly(await ExporterProcess.RunAsync("--web.listen-address", "localhost:0"), 2);

    [Fact]
    public async Task A_reload_that_meets_a_damaged_file_changes_nothing()
    {
        await using var server = await Accounts.StillAsync(10);
        await File.WriteAllTextAsync(_config.PathOf("credentials"), "[default]\n", TestContext.Current.CancellationToken);
        _config.Write($"targets: [{{name: old, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new() { ["AWS_REGION"] = "", ["AWS_SHARED_CREDENTIALS_FILE"] = _config.PathOf("credentials") }, "--config.file", _config.Path);
        await exporter.ScrapedAsync(s => s.Up("old"), "a successful poll");
        await File.WriteAllTextAsync(_config.PathOf("credentials"), $"[default] # {Secret}\n", TestContext.Current.CancellationToken);
        _config.Write($"targets: [{{name: old, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}, {{name: new}}]");
        await exporter.SignalAsync("HUP");
        await exporter.ScrapedAsync(s => s.Single("dxjobs_config_last_reload_successful") == 0, "a refused reload");
        Assert.DoesNotContain(Secret, exporter.Log, StringComparison.Ordinal);
        Assert.Equal(200, (await exporter.GetAsync("/healthz")).Status);
    }

    /// <summary>Files and variables made of fragments, with fixed seeds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_the_environment_holds_it_ends_in_order(int seed)
    {
        var random = new Random(seed);
        string[] lines =
        [
            "[default]", "[default] # c", "[profile p]", "[profile p", "[sso-session s]", $"aws_secret_access_key {Secret}", $"aws_secret_access_key = {Secret}", "aws_access_key_id = A",
            "role_arn = arn:aws:iam::1:role/r", "source_profile = p", "sso_session = s", "region =", "region = nowhere", "  nested", "=", "\0\u0001", "\ufeff", "credential_source = Moon",
            "web_identity_token_file = /nonexistent", "mfa_serial = m", "endpoint_url = http://[", $"credential_process = false {Secret}",
        ];
        string[] values = ["", " ", "\n", "true", "-1", "http://[", $"http://u:{Secret}@h:1", "/nonexistent", "p", "*", "0.0.0.0/0"];
        string[] names =
            ["AWS_PROFILE", "AWS_CA_BUNDLE", "HTTPS_PROXY", "NO_PROXY", "AWS_RETRY_MODE", "AWS_MAX_ATTEMPTS", "AWS_USE_FIPS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_TRACES_EXPORTER", "OTEL_BSP_SCHEDULE_DELAY", "AWS_REGION", "AWS_STS_REGIONAL_ENDPOINTS"];
        foreach (var file in (string[])["config", "credentials"])
        {
            await File.WriteAllTextAsync(
                _config.PathOf(file), string.Join('\n', Enumerable.Range(0, random.Next(1, 8)).Select(_ => lines[random.Next(lines.Length)])), TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(_config.PathOf("web.yaml"), $"tls_server_config: {{cert: {Secret}}}\nbasic_auth_users: {{u: {Secret}}}\n", TestContext.Current.CancellationToken);
        var environment = names.Where(_ => random.Next(2) == 0).ToDictionary(name => name, _ => values[random.Next(values.Length)]);
        environment["AWS_CONFIG_FILE"] = _config.PathOf("config");
        environment["AWS_SHARED_CREDENTIALS_FILE"] = _config.PathOf("credentials");
        environment["DXJOBS_POLL__TIMEOUT"] = "2s";
        _config.Write("targets: [{name: one, profile: p, endpoint_url: \"https://127.0.0.1:9\"}]");
        AssertOrderly(await ExporterProcess.RunWithAsync(environment, "once", "--config.file", _config.Path), 1, 2);
        AssertOrderly(await ExporterProcess.RunWithAsync(environment, "check-config", "--config.file", _config.Path, "--web.config.file", _config.PathOf("web.yaml")), 2);
    }

    /// <inheritdoc/>
    public void Dispose() => _config.Dispose();

    private static void AssertOrderly(Run run, params int[] statuses)
    {
        Assert.True(statuses.Contains(run.Status), $"status {run.Status}\n{run.Output}{run.Error}");
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected error", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error + run.Output, StringComparison.Ordinal);
    }
}
