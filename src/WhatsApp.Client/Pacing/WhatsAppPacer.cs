using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client;

/// <summary>
/// Keeps every number within the platform's limits: per number and per person, in order of arrival, each number for itself, so that one
/// account's flood delays no other. Thread-safe.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput">throughput</see>.
/// </summary>
public sealed partial class WhatsAppPacer
{
    private readonly ConcurrentDictionary<PhoneNumberId, int> _speeds = new();
    private readonly WhatsAppRateLimiter _limiter;
    private readonly WhatsAppPacingOptions _options;
    private readonly WhatsAppMetrics _metrics;
    private readonly TimeProvider _time;

    internal WhatsAppPacer(WhatsAppRateLimiter limiter, WhatsAppPacingOptions options, WhatsAppMetrics metrics, TimeProvider time)
    {
        (_limiter, _options, _metrics, _time) = (limiter, options, metrics, time);
        _pairKey = new PairKey(options.PairKeySecret);
        _origin = time.GetTimestamp();
    }

    /// <summary>The limit of a number as known now, in and out together.</summary>
    /// <param name="phoneNumberId">The number.</param>
    public int MessagesPerSecond(PhoneNumberId phoneNumberId) =>
        _speeds.TryGetValue(phoneNumberId, out var speed) ? speed : _options.MessagesPerSecond;

    /// <summary>Sets the limit of one number: 80 by default, 20 when it is also used in the WhatsApp Business app, 1,000 when upgraded.</summary>
    /// <param name="phoneNumberId">The number.</param>
    /// <param name="messagesPerSecond">1 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public void SetMessagesPerSecond(PhoneNumberId phoneNumberId, int messagesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messagesPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(messagesPerSecond, 1_000_000);
        _speeds[phoneNumberId] = messagesPerSecond;
    }

    /// <summary>Counts messages that came in for a number: the platform's limit is for both directions. At most three quarters of it are given to them, so that answers go out in any flood.</summary>
    /// <param name="phoneNumberId">The number they came to.</param>
    /// <param name="count">How many; at least one.</param>
    public void Received(PhoneNumberId phoneNumberId, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (_options.Mode != WhatsAppPacingMode.Off)
            Observe(() => _limiter.CountReceivedAsync(Request(phoneNumberId, 0), count));
    }

    private WhatsAppRateRequest Request(PhoneNumberId number, ulong pairKey) =>
        new(number, pairKey, MessagesPerSecond(number), _options.PairInterval, _options.PairBurst);

    /// <summary>Tells a limiter that may be far away, without waiting for it: it can only make the pace less exact.</summary>
    private void Observe(Func<ValueTask> tell)
    {
        try
        {
            var told = tell();
            if (told.IsCompletedSuccessfully)
                return;
            _ = told.AsTask().ContinueWith(
                task => _metrics.LimiterFailed(task.Exception!.InnerException!),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        catch (Exception exception)
        {
            _metrics.LimiterFailed(exception);
        }
    }

    /// <summary>The limiter's answer; null when it failed, which lets the message go. Not async, so that an answer at once costs no object.</summary>
    private ValueTask<RateLimitLease?> TakeAsync(WhatsAppRateRequest request)
    {
        try
        {
            var taking = _limiter.AcquireAsync(request, 1, CancellationToken.None);
            return taking.IsCompletedSuccessfully ? new ValueTask<RateLimitLease?>(taking.Result) : AnswerAsync(taking);
        }
        catch (Exception exception)
        {
            _metrics.LimiterFailed(exception);
            return default;
        }
    }

    private async ValueTask<RateLimitLease?> AnswerAsync(ValueTask<RateLimitLease> taking)
    {
        try
        {
            return await taking.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _metrics.LimiterFailed(exception);
            return null;
        }
    }
}
