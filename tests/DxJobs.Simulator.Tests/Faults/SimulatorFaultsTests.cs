using DxJobs.Simulator.Faults;

namespace DxJobs.Simulator.Tests.Faults;

public class SimulatorFaultsTests
{
    [Fact]
    public void Reads_every_fault() => Assert.Equal(
        new SimulatorFaults
        {
            Throttle = 0.05,
            Error = 0.01,
            Malformed = 0.001,
            Drop = 1,
            Truncate = 0.2,
            Hang = 0.3,
            Html = 0.4,
            Endless = 0.5,
            BadToken = 0.6,
            AccessDenied = 0.7,
            Expired = 0.8,
            Fail = 0.9,
            Latency = TimeSpan.FromMilliseconds(200),
        },
        SimulatorFaults.Parse("throttle=0.05, error=0.01,malformed=0.001,drop=1,truncate=0.2,hang=0.3,html=0.4,endless=0.5,bad-token=0.6,access-denied=0.7,expired=0.8,fail=0.9,latency=200ms"));

    [Fact]
    public void Nothing_means_none() => Assert.Equal(SimulatorFaults.None, SimulatorFaults.Parse(""));

    [Theory]
    [InlineData("throtle=1", "throtle=1")]
    [InlineData("throttle", "throttle")]
    [InlineData("throttle=", "throttle=")]
    [InlineData("throttle=2", "throttle=2")]
    [InlineData("throttle=-0.1", "throttle=-0.1")]
    [InlineData("error=0.1,throttle=x", "throttle=x")]
    [InlineData("throttle=0,5", "5")]
    [InlineData("latency=5", "latency=5")]
    [InlineData("latency=fast", "latency=fast")]
    [InlineData("latency=9999999999s", "latency=9999999999s")]
    public void Says_which_part_is_wrong(string text, string part)
    {
        var e = Assert.Throws<FormatException>(() => SimulatorFaults.Parse(text));

        Assert.Contains($"'{part}'", e.Message, StringComparison.Ordinal);
    }
}
