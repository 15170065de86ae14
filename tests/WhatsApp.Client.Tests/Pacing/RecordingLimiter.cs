using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using WhatsApp.Client.Pacing;

namespace WhatsApp.Client.Tests.Pacing;

/// <summary>The counters in memory, and a record of who got a turn.</summary>
internal sealed class RecordingLimiter(TimeProvider time) : WhatsAppRateLimiter
{
    private readonly MemoryRateLimiter _inner = new(time);

    /// <summary>The keys of the persons, in the order of their turns.</summary>
    public ConcurrentQueue<ulong> Granted { get; } = new();

    public override ValueTask CountReceivedAsync(WhatsAppRateRequest request, int count, CancellationToken cancellationToken = default) =>
        _inner.CountReceivedAsync(request, count, cancellationToken);

    public override ValueTask PauseAsync(WhatsAppRateRequest request, TimeSpan time, CancellationToken cancellationToken = default) =>
        _inner.PauseAsync(request, time, cancellationToken);

    public override RateLimiterStatistics? GetStatistics(WhatsAppRateRequest resource) => null;

    protected override RateLimitLease AttemptAcquireCore(WhatsAppRateRequest resource, int permitCount) => throw new NotSupportedException();

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(WhatsAppRateRequest resource, int permitCount, CancellationToken cancellationToken)
    {
        var lease = await _inner.AcquireAsync(resource, permitCount, cancellationToken);
        if (lease.IsAcquired)
            Granted.Enqueue(resource.PairKey);
        return lease;
    }
}
