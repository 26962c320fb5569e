using DxJobs.Exporter.Configuration;
using DxJobs.Simulator.Faults;

namespace DxJobs.Exporter.Tests.Commands;

public class CommandReferenceTests
{
    [Fact]
    public void Docs_command_line_is_what_the_commands_say() => Golden.Compare("docs/command-line.md", CommandReference.Render());

    [Fact]
    public void Every_fault_is_in_it()
    {
        var words = Assert.Throws<FormatException>(() => SimulatorFaults.Parse("?=1")).Message;
        var names = words[(words.IndexOf("there are ", StringComparison.Ordinal) + 10)..].Split([", ", " and "], StringSplitOptions.None);
        Assert.True(names.Length > 10);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", CommandReference.Render(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_that_stands_for_a_flag_is_in_it() =>
        Assert.All(EnvironmentSettings.Flags, name => Assert.Contains($"| `{name}` |", CommandReference.Render(), StringComparison.Ordinal));
}
