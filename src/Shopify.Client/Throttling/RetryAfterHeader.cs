using System.Globalization;
using System.Net.Http.Headers;

namespace Shopify.Client;

/// <summary>Reads <c>Retry-After</c>: seconds, fractional too (which .NET's own parser refuses), or a date.</summary>
internal static class RetryAfterHeader
{
    private const double LongestSeconds = 24 * 60 * 60;

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (!headers.TryGetValues("Retry-After", out var values) || values.FirstOrDefault()?.Trim() is not { Length: > 0 } text)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds)) : null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        var wait = date - time.GetUtcNow();
        return TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 0, LongestSeconds));
    }
}
