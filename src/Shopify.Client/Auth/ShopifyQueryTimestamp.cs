using System.Globalization;

namespace Shopify.Client.Auth;

/// <summary>The <c>timestamp</c> parameter of signed queries, which ends the life of a recorded link.</summary>
public static class ShopifyQueryTimestamp
{
    /// <summary>How far a timestamp may be from now, in both directions: 90 seconds.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromSeconds(90);

    /// <summary>Whether a timestamp is close enough to now.</summary>
    /// <param name="timestamp">Unix seconds, digits only; null is not fresh.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when it is missing, malformed, too old or too far ahead.</returns>
    public static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;
}
