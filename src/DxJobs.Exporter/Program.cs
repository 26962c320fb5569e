using System.Collections;
using System.Runtime.InteropServices;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Aws.Http;
using DxJobs.Exporter.Commands;
using DxJobs.Exporter.Profiles;
using DxJobs.Exporter.Redaction;

// Before anything of the AWS SDK or of .NET's HTTP client reads the environment.
AwsEnvironment.Clean();
var error = new RedactingWriter(Console.Error);
foreach (var problem in EnvironmentProxy.Install())
{
    error.WriteLine($"dxjobs-exporter: {problem}");
}

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
var handlers = new CommandHandlers
{
    Serve = ServeCommand.RunAsync,
    Once = OnceCommand.RunAsync,
    Jobs = JobsCommand.RunAsync,
    Backfill = BackfillCommand.RunAsync,
    CheckWebConfig = ServeCommand.WebProblems,
    CheckOnline = OnlineCheck.RunAsync,
    Simulate = SimulateCommand.RunAsync,
    Healthcheck = HealthcheckCommand.RunAsync,
};

using var stopping = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
return await new CommandLine(environment, Environment.MachineName, Console.Out, error, handlers).RunAsync(args, stopping.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
