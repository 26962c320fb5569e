using System.Diagnostics;
using System.Globalization;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>
/// Commands as a page writes them, run in a shell from top to bottom as a reader would: with the built program, with AWS simulated, and
/// with stand-ins for what no test can do (sudo, docker). What the program serves goes on until the next server or the end.
/// </summary>
internal static class PageScript
{
    /// <summary>Nobody who follows a page waits for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string Server = """
        #!/usr/bin/env bash
        # The program; a server is left running in the background as soon as it listens. A health check presupposes one.
        case " $* " in *" healthcheck "*) [ -e "$STATE/exporter.pid" ] || "$0" --simulate ;; esac
        case " $* " in
          *" once "* | *" jobs "* | *" backfill "* | *" check-config "* | *" healthcheck "* | *" completion "* | *" --help "* | *" --version "*) exec "$PROGRAM" "$@" ;;
          *" simulate "*) kind=simulator where="--listen 127.0.0.1:$SIMULATOR_PORT" ;;
          *) kind=exporter where="--web.listen-address 127.0.0.1:$EXPORTER_PORT" ;;
        esac
        case " $* " in *" ${where%% *} "*) where="" ;; esac
        if [ -e "$STATE/$kind.pid" ]; then
          kill "$(cat "$STATE/$kind.pid")"
          while kill -0 "$(cat "$STATE/$kind.pid")" 2>/dev/null; do sleep 0.1; done
        fi
        # shellcheck disable=SC2086 # the flag and its value
        nohup "$PROGRAM" "$@" $where >"$STATE/$kind.log" 2>&1 &
        echo $! >"$STATE/$kind.pid"
        for _ in $(seq 300); do
          grep -q "listening on\|listens on" "$STATE/$kind.log" && exit 0
          kill -0 "$(cat "$STATE/$kind.pid")" 2>/dev/null || break
          sleep 0.1
        done
        cat "$STATE/$kind.log" >&2
        exit 1
        """;

    private const string Aws = """
        #!/usr/bin/env bash
        # AWS's own command line, for the one service that is simulated.
        if [ "$1" = dataexchange ]; then exec "$AWS" "$@"; fi
        while [ $# -gt 0 ]; do
          if [ "$1" = --template-file ]; then test -s "$2" || exit 1; fi
          shift
        done
        """;

    private const string Prologue = "chmod +x \"$STATE\"/*\ntrap 'cat \"$STATE\"/*.pid 2>/dev/null | xargs -r kill 2>/dev/null || true; wait' EXIT\n";

    private static readonly string[] StandIns = ["sudo", "docker", "htpasswd"];

    private const string Configuration = """
        targets:
          - name: data-team
            region: us-east-1
        """;

    private const string Profiles = """
        [profile acquired-company]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """;

    /// <summary>Runs commands; fails with what they said unless all went well.</summary>
    /// <param name="what">Where they come from, for the message.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="start">The folder of the repository whose files the reader has at hand; none for a configuration of no particular kind.</param>
    public static async Task SucceedsAsync(string what, string commands, string? start = null)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, TestContext.Current.CancellationToken);
        var cancel = both.Token;
        await using var aws = await SimulatorServer.StartAsync(new() { Jobs = 500, Seed = 2 }, TimeProvider.System, logging: null, cancel);
        using var folder = new Folder();
        using var state = new Folder();
        folder.Write("config.yaml", Configuration);
        folder.Write("dxjobs.yaml", Configuration);
        if (start is not null)
        {
            folder.CopyFrom(start);
            folder.CopyFrom("alerts");
        }

        state.Write("dxjobs-exporter", Server);
        state.Write("aws", Aws);
        foreach (var name in StandIns)
        {
            state.Write(name, "#!/bin/sh\nexit 0\n");
        }

        var (exporter, simulator) = (RunningProgram.FreePort(), RunningProgram.FreePort());
        var script = Prologue + commands
            .Replace(":10390", string.Create(CultureInfo.InvariantCulture, $":{exporter}"), StringComparison.Ordinal)
            .Replace(":10391", string.Create(CultureInfo.InvariantCulture, $":{simulator}"), StringComparison.Ordinal);
        var info = new ProcessStartInfo(Tool.Require("bash"), ["-e", "-o", "pipefail", "-c", script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in ExporterProcess.SimulatedUser().Concat(
        [
            new("PATH", $"{state.Path}:{info.Environment["PATH"]}"),
            new("PROGRAM", ExporterProcess.Program),
            new("AWS_DEFAULT_REGION", "us-east-1"),
            new("AWS", Tool.Require("aws")),
            new("STATE", state.Path),
            new("EXPORTER_PORT", exporter.ToString(CultureInfo.InvariantCulture)),
            new("SIMULATOR_PORT", simulator.ToString(CultureInfo.InvariantCulture)),
            new("AWS_ENDPOINT_URL", aws.Endpoint.ToString()),
            new("AWS_CONFIG_FILE", state.Write("aws-config", Profiles)),
        ]))
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        await using var killed = cancel.Register(() => process.Kill(entireProcessTree: true));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, $"{what} ends with {process.ExitCode}:\n{commands}\n{await output}{await error}");
    }
}
