using DxJobs.Exporter.Configuration;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Commands;

public class CommandReferenceTests
{
    [Fact]
    public void Docs_command_line_is_what_the_commands_say() => Golden.Compare("docs/command-line.md", CommandReference.Render());

    [Fact]
    public void Every_variable_that_stands_for_a_flag_is_in_it() =>
        Assert.All(EnvironmentSettings.Flags, name => Assert.Contains($"| `{name}` |", CommandReference.Render(), StringComparison.Ordinal));
}
