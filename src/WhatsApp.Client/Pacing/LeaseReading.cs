using System.Threading.RateLimiting;

namespace WhatsApp.Client.Pacing;

/// <summary>Reads why and for how long a lease was refused.</summary>
internal static class LeaseReading
{
    /// <summary>What to wait when a limiter does not say.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(1);

    public static (TimeSpan Wait, bool IsPairLimit) Reason(this RateLimitLease lease) => (
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Unsaid,
        lease.TryGetMetadata(WhatsAppRateLimiter.IsPairLimit, out var isPairLimit) && isPairLimit);
}
