using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using WhatsApp.Client.Pacing;

namespace WhatsApp.Client;

public sealed partial class WhatsAppPacer
{
    private readonly ConcurrentDictionary<PhoneNumberId, PaceQueue> _queues = new();
    private readonly SlotBook _slots = new();
    private readonly PairKey _pairKey;
    private readonly long _origin;

    /// <summary>The mode of a send that names none.</summary>
    internal WhatsAppPacingMode DefaultMode => _options.Mode;

    internal WhatsAppPacingOptions Options => _options;

    /// <summary>How many numbers have sends waiting.</summary>
    internal int QueueCount => _queues.Count;

    internal ulong KeyOf(Recipient to) => _pairKey.Of(to);

    /// <summary>Returns when the message may go. Costs no object as long as nobody has to wait.</summary>
    /// <exception cref="WhatsAppPacedException">It is not its turn, and it must not wait or would wait longer than its patience.</exception>
    internal ValueTask TakeTurnAsync(PhoneNumberId number, ulong pairKey, WhatsAppPacingMode mode, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (mode == WhatsAppPacingMode.Off)
            return ValueTask.CompletedTask;
        var request = Request(number, pairKey);
        if (_queues.TryGetValue(number, out var queue) && queue.Ahead(request) is { } ahead)
            return Hold(request, ahead.Wait, askAgainIn: TimeSpan.Zero, ahead.IsPairLimit, mode, patience, cancellationToken);
        var taking = TakeAsync(request);
        if (!taking.IsCompletedSuccessfully)
            return SettleAsync(taking, request, mode, patience, cancellationToken);
        return Settle(taking.Result, request, mode, patience, cancellationToken);
    }

    private async ValueTask SettleAsync(
        ValueTask<RateLimitLease?> taking, WhatsAppRateRequest request, WhatsAppPacingMode mode, TimeSpan patience, CancellationToken cancellationToken)
    {
        var lease = await taking.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        await Settle(lease, request, mode, patience, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask Settle(RateLimitLease? lease, WhatsAppRateRequest request, WhatsAppPacingMode mode, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (lease is not { IsAcquired: false })
            return ValueTask.CompletedTask;
        var (wait, isPairLimit) = lease.Reason();
        return Hold(request, wait, askAgainIn: wait, isPairLimit, mode, patience, cancellationToken);
    }

    private ValueTask Hold(
        WhatsAppRateRequest request, TimeSpan wait, TimeSpan askAgainIn, bool isPairLimit, WhatsAppPacingMode mode, TimeSpan patience,
        CancellationToken cancellationToken)
    {
        if (mode == WhatsAppPacingMode.Throw || wait > patience)
            throw HeldBack(request, wait, isPairLimit);
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask(WaitAsync(new PaceWaiter(request, isPairLimit) { NotBefore = Now() + askAgainIn.Ticks }, wait, patience, cancellationToken));
    }

    private async Task WaitAsync(PaceWaiter waiter, TimeSpan wait, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var (queue, node) = Join(waiter, wait);
        try
        {
            await waiter.Turn.WaitAsync(patience, _time, cancellationToken).ConfigureAwait(false);
            _metrics.Waited(_time.GetElapsedTime(started), waiter.IsPairLimit, "sent");
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            queue.Leave(node);
            _metrics.Waited(_time.GetElapsedTime(started), waiter.IsPairLimit, exception is TimeoutException ? "held_back" : "cancelled");
            if (exception is OperationCanceledException)
                throw;
            throw new WhatsAppPacedException(waiter.Request.PhoneNumberId, Left(waiter), waiter.IsPairLimit);
        }
    }

    private (PaceQueue Queue, LinkedListNode<PaceWaiter> Node) Join(PaceWaiter waiter, TimeSpan wait)
    {
        var request = waiter.Request;
        while (true)
        {
            var queue = _queues.GetOrAdd(request.PhoneNumberId, number =>
                new PaceQueue(TakeAsync, Now, _time, ended => _queues.TryRemove(KeyValuePair.Create(number, ended))));
            if (queue.TryJoin(waiter, _options.MaxQueuedPerNumber, out var isEnded) is { } node)
                return (queue, node);
            if (!isEnded)
                throw HeldBack(request, wait, waiter.IsPairLimit);
            _queues.TryRemove(KeyValuePair.Create(request.PhoneNumberId, queue));
        }
    }

    private WhatsAppPacedException HeldBack(WhatsAppRateRequest request, TimeSpan wait, bool isPairLimit)
    {
        _metrics.Waited(TimeSpan.Zero, isPairLimit, "held_back");
        if (!isPairLimit)
            wait = _slots.Next(request.PhoneNumberId, wait, request.MessagesPerSecond, Now());
        return new WhatsAppPacedException(request.PhoneNumberId, wait, isPairLimit);
    }

    private TimeSpan Left(PaceWaiter waiter) => TimeSpan.FromTicks(Math.Max(waiter.NotBefore - Now(), TimeSpan.TicksPerSecond));

    private long Now() => _time.GetElapsedTime(_origin).Ticks;
}
