using System.CommandLine;
using System.CommandLine.Invocation;

namespace DxJobs.Exporter.Commands;

/// <summary>Prints something and is done.</summary>
internal sealed class PrintAction(Action print) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        print();
        return ExitCodes.Done;
    }
}
