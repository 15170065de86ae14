namespace ShopBot.TestSupport.Waiting;

/// <summary>Waiting for what only shows from outside: another process, a file, an HTTP answer.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again until the condition holds.</summary>
    /// <param name="what">What is waited for, for the failure's text.</param>
    /// <param name="condition">What has to hold.</param>
    /// <param name="timeout">How long to look.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static Task HoldsAsync(string what, Func<bool> condition, TimeSpan timeout, CancellationToken cancellationToken) =>
        HoldsAsync(what, () => Task.FromResult(condition()), timeout, cancellationToken);

    /// <inheritdoc cref="HoldsAsync(string, Func{bool}, TimeSpan, CancellationToken)"/>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > timeout)
                throw new TimeoutException($"Not within {timeout.TotalSeconds:0.#} s: {what}.");
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
