namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>Waits for what another process does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks again and again until the answer is yes; fails with <paramref name="what"/> when it never is.</summary>
    public static Task TrueAsync(Func<Task<bool>> ask, string what, CancellationToken cancel) => TrueAsync(ask, () => what, cancel);

    /// <summary>The same with words that depend on how far it came.</summary>
    public static async Task TrueAsync(Func<Task<bool>> ask, Func<string> what, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Step, TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        while (!await ask())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                Assert.Fail($"waited {Patience.TotalSeconds} s in vain: {what()}");
            }

            await timer.WaitForNextTickAsync(cancel);
        }
    }
}
