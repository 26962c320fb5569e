using System.Text.Json;

namespace DxJobs.EndToEnd.Tests.Dashboards;

/// <summary>A state has one colour, wherever it is drawn.</summary>
public sealed class StateColourTests
{
    private static readonly Dictionary<string, string> Colours = new()
    {
        ["COMPLETED"] = "green",
        ["ERROR"] = "red",
        ["TIMED_OUT"] = "orange",
        ["CANCELLED"] = "#8e8e8e",
        ["WAITING"] = "blue",
        ["IN_PROGRESS"] = "purple",
    };

    public static TheoryData<string> Files => Dashboard.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void Overrides_and_mappings_of_a_state_have_its_colour(string file) =>
        Assert.All(Dashboard.Load(file).Panels, panel =>
        {
            foreach (var rule in Overrides(panel))
            {
                var colour = rule.GetProperty("properties").EnumerateArray().FirstOrDefault(p => p.GetProperty("id").GetString() == "color");
                if (Colours.TryGetValue(rule.GetProperty("matcher").GetProperty("options").GetString()!.Trim('^', '.', '*'), out var expected))
                {
                    Assert.Equal(expected, colour.GetProperty("value").GetProperty("fixedColor").GetString());
                }

                foreach (var mapping in rule.GetProperty("properties").EnumerateArray().Where(p => p.GetProperty("id").GetString() == "mappings").SelectMany(Mapped))
                {
                    Assert.True(!Colours.TryGetValue(mapping.Name, out var mapped) || mapped == mapping.Value.GetProperty("color").GetString(), mapping.Name);
                }
            }
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void A_panel_that_draws_a_series_a_state_colours_all_six(string file) =>
        Assert.All(
            Dashboard.Load(file).Panels.Where(p => p.GetProperty("targets").EnumerateArray().Any(t => t.TryGetProperty("legendFormat", out var l) && l.GetString() == "{{state}}")),
            panel => Assert.Equal(
                Colours.Keys.Order(StringComparer.Ordinal),
                Overrides(panel).Select(o => o.GetProperty("matcher").GetProperty("options").GetString()!).Where(Colours.ContainsKey).Order(StringComparer.Ordinal)));

    private static JsonElement.ArrayEnumerator Overrides(JsonElement panel) => panel.GetProperty("fieldConfig").GetProperty("overrides").EnumerateArray();

    private static IEnumerable<JsonProperty> Mapped(JsonElement property) =>
        property.GetProperty("value").EnumerateArray().SelectMany(m => m.GetProperty("options").EnumerateObject());
}
