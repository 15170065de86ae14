using System.Diagnostics;

namespace WhatsApp.Emulator.Tests;

/// <summary>For what only shows over real HTTP: asks again until it is so.</summary>
public static class Poll
{
    public static async Task UntilAsync(Func<bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(20))
                Assert.Fail("It did not happen within 20 s.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
