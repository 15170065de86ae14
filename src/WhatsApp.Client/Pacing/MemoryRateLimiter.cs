using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace WhatsApp.Client.Pacing;

/// <summary>Counts in this process. Numbers that have been quiet are forgotten when new ones come.</summary>
internal sealed class MemoryRateLimiter(TimeProvider time) : WhatsAppRateLimiter
{
    private readonly ConcurrentDictionary<PhoneNumberId, NumberPace> _numbers = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly Lock _sweep = new();
    private int _sweepAt = 256;

    public int NumberCount => _numbers.Count;

    public int PairCount => _numbers.Values.Sum(number => number.PairCount);

    public override RateLimiterStatistics? GetStatistics(WhatsAppRateRequest resource) => null;

    public override ValueTask CountReceivedAsync(WhatsAppRateRequest request, int count, CancellationToken cancellationToken = default)
    {
        while (!Pace(request.PhoneNumberId).TryCountReceived(request, count, Now()))
        {
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask PauseAsync(WhatsAppRateRequest request, TimeSpan time, CancellationToken cancellationToken = default)
    {
        while (!Pace(request.PhoneNumberId).TryPause(request.PairKey, Now() + time.Ticks))
        {
        }

        return ValueTask.CompletedTask;
    }

    protected override RateLimitLease AttemptAcquireCore(WhatsAppRateRequest resource, int permitCount)
    {
        PaceLease? lease;
        while ((lease = Pace(resource.PhoneNumberId).TryTake(resource, permitCount, Now())) is null)
        {
            // The number was being forgotten just then.
        }

        return lease;
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(WhatsAppRateRequest resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    private long Now() => time.GetElapsedTime(_origin).Ticks;

    private NumberPace Pace(PhoneNumberId number)
    {
        if (_numbers.TryGetValue(number, out var pace))
            return pace;
        pace = _numbers.GetOrAdd(number, _ => new NumberPace());
        if (_numbers.Count >= Volatile.Read(ref _sweepAt))
            Sweep();
        return pace;
    }

    private void Sweep()
    {
        if (!_sweep.TryEnter())
            return;
        try
        {
            var now = Now();
            foreach (var (number, pace) in _numbers)
            {
                if (pace.TryRetire(now))
                    _numbers.TryRemove(KeyValuePair.Create(number, pace));
            }

            Volatile.Write(ref _sweepAt, Math.Max(256, _numbers.Count * 2));
        }
        finally
        {
            _sweep.Exit();
        }
    }
}
