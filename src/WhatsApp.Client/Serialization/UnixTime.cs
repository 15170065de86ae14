namespace WhatsApp.Client.Serialization;

/// <summary>The platform's moments: seconds since 1970, in places milliseconds, which are told by their size.</summary>
internal static class UnixTime
{
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>In ticks of UTC; zero when there is no moment, or none that can be meant.</summary>
    public static long Ticks(long? number) => number switch
    {
        >= 0 and < FirstMilliseconds and var seconds => DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond),
        >= FirstMilliseconds and < 100_000_000_000_000 and var milliseconds => DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond),
        _ => 0,
    };

    public static DateTimeOffset? Instant(long? number) => Ticks(number) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
