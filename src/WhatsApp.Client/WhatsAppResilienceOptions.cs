namespace WhatsApp.Client;

/// <summary>How reads and management calls are repeated, and when calls to a failing host are held back. Sends are repeated by other rules: see <see cref="WhatsAppPacingOptions.Repeats"/>.</summary>
public sealed class WhatsAppResilienceOptions
{
    /// <summary>How often a read, or a call that may safely be made twice, is repeated after a failure that may pass; 0 to 10. Default 2.</summary>
    public int Repeats { get; set; } = 2;

    /// <summary>Wait before the first repetition; it doubles each time, with jitter, unless the answer names a time. Above zero, at most one minute. Default 300 ms.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Time for one attempt; above zero, at most ten minutes, and never more than what is left of <see cref="WhatsAppClientOptions.ReadTimeout"/>. Default 5 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Share of failed calls that opens the circuit breaker; above 0, at most 1. Default 0.8. Only broken connections, time-outs and HTTP 5xx without
    /// a code of their own count, over all accounts: one account's bad token never does.
    /// </summary>
    public double BreakerFailureRatio { get; set; } = 0.8;

    /// <summary>Calls within <see cref="BreakerSamplingTime"/> before the share means anything; 2 to 1,000,000. Default 50.</summary>
    public int BreakerMinimumCalls { get; set; } = 50;

    /// <summary>The time over which calls are counted; 500 ms to one hour. Default 30 seconds.</summary>
    public TimeSpan BreakerSamplingTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long calls are refused at once after the breaker opened; 500 ms to one hour. Default 5 seconds.</summary>
    public TimeSpan BreakerOpenTime { get; set; } = TimeSpan.FromSeconds(5);
}
