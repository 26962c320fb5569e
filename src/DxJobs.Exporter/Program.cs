using System.Collections;
using System.Runtime.InteropServices;
using DxJobs.Exporter.Commands;

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
var handlers = new CommandHandlers
{
    Serve = ServeCommand.RunAsync,
    Once = OnceCommand.RunAsync,
    CheckWebConfig = ServeCommand.WebProblems,
    CheckOnline = OnlineCheck.RunAsync,
    Simulate = SimulateCommand.RunAsync,
    Healthcheck = HealthcheckCommand.RunAsync,
};

using var stopping = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
return await new CommandLine(environment, Environment.MachineName, Console.Out, Console.Error, handlers).RunAsync(args, stopping.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
