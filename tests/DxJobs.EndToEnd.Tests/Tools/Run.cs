using System.Diagnostics;

namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>What a program said before it ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record Run(int Status, string Output, string Error)
{
    /// <summary>Runs a program of the PATH to its end, with nothing on its standard input; it is killed when the test is cancelled.</summary>
    public static async Task<Run> ToEndAsync(string tool, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(Tool.Require(tool), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        await using var killed = stop.Register(process.Kill);
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new Run(process.ExitCode, await output, await error);
    }
}
