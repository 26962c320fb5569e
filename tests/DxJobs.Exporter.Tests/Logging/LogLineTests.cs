using System.Text.Json;
using DxJobs.Exporter.Logging;
using Microsoft.Extensions.Logging;

namespace DxJobs.Exporter.Tests.Logging;

public sealed class LogLineTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 2, 13, 0, 0, 250, TimeSpan.FromHours(1));

    [Fact]
    public void A_logfmt_line() => Assert.Equal(
        "ts=2026-11-02T12:00:00.250Z level=info msg=\"polled prod/us-east-1\" target=prod jobs=41 seconds=0.5 first=true logger=DxJobs.Poller\n",
        LogfmtLine.Write(Event("polled prod/us-east-1", ("Target", "prod"), ("Jobs", 41), ("Seconds", 0.5), ("First", true)), withStack: false));

    [Fact]
    public void A_json_line() => Assert.Equal(
        """{"ts":"2026-11-02T12:00:00.250Z","level":"info","msg":"polled","target":"prod","jobs":41,"seconds":0.5,"first":true,"hint":null,"logger":"DxJobs.Poller"}""" + "\n",
        JsonLine.Write(Event("polled", ("Target", "prod"), ("Jobs", 41), ("Seconds", 0.5), ("First", true), ("Hint", null)), withStack: false));

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "plain")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("C:\\jobs", "\"C:\\\\jobs\"")]
    [InlineData("one\ntwo\r\n\tthree", "\"one\\ntwo\\r\\n\\tthree\"")]
    [InlineData("\u001b[31mred\u0000", "\"\\u001b[31mred\\u0000\"")]
    [InlineData("next\u0085line\u2028par\u2029", "\"next\\u0085line\\u2028par\\u2029\"")]
    [InlineData("価格€", "価格€")]
    public void A_value_stays_one_value_on_one_line(string value, string written)
    {
        var line = LogfmtLine.Write(Event("m", ("Name", value)), withStack: false);

        Assert.Contains($" name={written} logger=", line, StringComparison.Ordinal);
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JobId", "job_id")]
    [InlineData("target", "target")]
    [InlineData("URL", "url")]
    [InlineData("Level", "level_")]
    [InlineData("Msg", "msg_")]
    [InlineData("odd key=\n", "odd_key__")]
    [InlineData("http.status", "http.status")]
    [InlineData("", "_")]
    public void Keys_are_written_as_their_readers_write_them(string placeholder, string key) => Assert.Equal(key, LogFields.Key(placeholder));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exception_is_its_type_and_message_and_a_stack_only_on_request(bool asJson)
    {
        var exception = Thrown();
        var log = Event("failed") with { Exception = exception, Level = LogLevel.Critical };
        string Write(bool withStack) => asJson ? JsonLine.Write(log, withStack) : LogfmtLine.Write(log, withStack);

        Assert.Contains("InvalidOperationException: no answer: IOException: broken", Write(false), StringComparison.Ordinal);
        Assert.Contains("error", Write(false), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Thrown), Write(false), StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), Write(true), StringComparison.Ordinal);
        Assert.Single(Write(true).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Hostile_values_leave_json_readable()
    {
        const string Hostile = "\"},{\"level\":\"\n\u0000\ud800";
        using var json = JsonDocument.Parse(JsonLine.Write(Event(Hostile, ("Name", Hostile), ("Number", double.NaN)), withStack: false));

        Assert.Equal("info", json.RootElement.GetProperty("level").GetString());
        Assert.StartsWith("\"},{\"level\":\"\n\u0000", json.RootElement.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal("NaN", json.RootElement.GetProperty("number").GetString());
    }

    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("info", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("error", LogLevel.Error)]
    public void Levels_have_names(string name, LogLevel level)
    {
        Assert.True(LogLevels.TryParse(name, out var parsed));
        Assert.Equal(level, parsed);
        Assert.Equal(name, level.Name());
        Assert.Contains(name, LogLevels.Names);
    }

    [Fact]
    public void Other_names_are_no_levels() => Assert.False(LogLevels.TryParse("loud", out _));

    private static LogEvent Event(string message, params (string Key, object? Value)[] fields) =>
        new(At, LogLevel.Information, "DxJobs.Poller", message, [.. fields.Select(f => KeyValuePair.Create(f.Key, f.Value))], null);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no answer", new IOException("broken"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
