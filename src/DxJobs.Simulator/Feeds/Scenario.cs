using System.Text.Json;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Feeds;

/// <summary>The feeds of an account.</summary>
public sealed record Scenario
{
    /// <summary>The feeds of the demonstration account.</summary>
    public static readonly Scenario Demo = new()
    {
        Feeds =
        [
            new() { DataSet = "Equity prices, hourly", Type = "IMPORT_ASSETS_FROM_S3", Every = TimeSpan.FromHours(1) },
            new()
            {
                DataSet = "Equity prices, daily",
                At = TimeSpan.FromHours(6),
                Jitter = TimeSpan.FromMinutes(20),
                Entitled = true,
            },
            new()
            {
                DataSet = "Bond prices, weekdays",
                At = TimeSpan.FromHours(6),
                Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                Jitter = TimeSpan.FromMinutes(20),
                OutageBegan = TimeSpan.FromDays(40),
                OutageEnded = TimeSpan.FromDays(36),
            },
            new() { DataSet = "Index constituents, weekly", At = TimeSpan.FromHours(7), Days = [DayOfWeek.Monday] },
            new()
            {
                DataSet = "Shipping manifests, daily",
                Type = "IMPORT_ASSETS_FROM_S3",
                At = TimeSpan.FromHours(4),
                Stopped = TimeSpan.FromDays(3),
            },
            new()
            {
                DataSet = "Fuel prices, daily",
                Type = "EXPORT_ASSETS_TO_S3",
                At = TimeSpan.FromHours(5),
                FailingFor = TimeSpan.FromDays(5),
                Failure = FeedFailure.KmsDenied,
            },
            new()
            {
                DataSet = "Customs declarations, daily",
                Type = "IMPORT_ASSETS_FROM_S3",
                At = TimeSpan.FromHours(3),
                AbandonedJob = TimeSpan.FromDays(20),
            },
            new()
            {
                DataSet = "Credit ratings, auto-export",
                At = TimeSpan.FromHours(2),
                Entitled = true,
                AutoExport = true,
                FailingFor = TimeSpan.FromDays(1),
            },
            new()
            {
                DataSet = "Crop yields, daily",
                At = TimeSpan.FromHours(1),
                Entitled = true,
                Stopped = TimeSpan.FromHours(30),
                NewRevision = TimeSpan.FromHours(9),
            },
        ],
    };

    /// <summary>Weekday of the start of the simulation; null for the real one.</summary>
    public DayOfWeek? Today { get; set; }

    /// <summary>Feeds.</summary>
    public IReadOnlyList<FeedDefinition> Feeds { get; set; } = [];

    /// <summary>Parses a scenario file (JSON).</summary>
    /// <exception cref="FormatException">The file is invalid; the message names the key and line.</exception>
    public static Scenario Parse(string json)
    {
        Scenario scenario;
        try
        {
            scenario = JsonSerializer.Deserialize(json, ScenarioJson.Default.Scenario)
                ?? throw new FormatException("the file is empty");
        }
        catch (JsonException e)
        {
            throw new FormatException($"line {e.LineNumber + 1}: {e.Path}: {e.Message.Split(" Path:")[0]}", e);
        }

        var index = 0;
        foreach (var feed in scenario.Feeds)
        {
            var problem = feed.Every <= TimeSpan.Zero || feed.Every > TimeSpan.FromDays(1) ? "every: not between 1s and 1d"
                : feed.At >= TimeSpan.FromDays(1) ? "at: not a time of the day below 1d"
                : !JobTypes.All.Any(t => t.Type == feed.Type) ? $"type: '{feed.Type}' is not a job type"
                : feed.Since > TimeSpan.FromDays(90) ? "since: above 90d"
                : null;
            if (problem is not null)
            {
                throw new FormatException($"feeds[{index}].{problem}");
            }

            index++;
        }

        return scenario;
    }
}
