using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace WhatsApp.Client.Pacing;

/// <summary>The answer of the counters in memory. Permission costs no object.</summary>
internal sealed class PaceLease : RateLimitLease
{
    private readonly TimeSpan _retryAfter;
    private readonly bool _isPairLimit;

    private PaceLease(bool isAcquired, TimeSpan retryAfter, bool isPairLimit) => (IsAcquired, _retryAfter, _isPairLimit) = (isAcquired, retryAfter, isPairLimit);

    public static PaceLease Granted { get; } = new(true, TimeSpan.Zero, false);

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name, WhatsAppRateLimiter.IsPairLimit.Name];

    public static PaceLease Refused(long ticks, bool isPairLimit) => new(false, TimeSpan.FromTicks(Math.Max(ticks, 1)), isPairLimit);

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = IsAcquired ? null
            : metadataName == MetadataName.RetryAfter.Name ? _retryAfter
            : metadataName == WhatsAppRateLimiter.IsPairLimit.Name ? _isPairLimit
            : null;
        return metadata is not null;
    }
}
