using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>Counts in this process. A shop unused for ten minutes is forgotten; its bucket is full by then.</summary>
internal sealed class InMemoryCostBudget : IShopifyCostBudget
{
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private readonly TimeProvider _time;
    private readonly RetiringMap<ShopifyCostBucket, CostQueue> _queues;

    public InMemoryCostBudget(IOptions<ShopifyClientOptions> options, TimeProvider time)
    {
        var (maxWaiting, maxPause) = (options.Value.MaxQueuedCalls, options.Value.MaxRetryWait);
        _time = time;
        _queues = new(bucket => new CostQueue(bucket, time, maxWaiting, maxPause), time, Idle);
    }

    internal int Count => _queues.Count;

    internal int CountWaiting(ShopifyCostBucket bucket)
    {
        var queue = _queues.Enter(bucket);
        var waiting = queue.Waiting;
        queue.Leave(_time.GetTimestamp());
        return waiting;
    }

    public ValueTask<ShopifyCostReservation> ReserveAsync(ShopifyCostRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var queue = _queues.Enter(request.Bucket);
        try
        {
            var (taken, waiter) = queue.Enter(request);
            return taken is not null ? ValueTask.FromResult<ShopifyCostReservation>(taken) : WaitAsync(queue, waiter!, cancellationToken);
        }
        catch
        {
            queue.Leave(_time.GetTimestamp());
            throw;
        }
    }

    public ValueTask SettleAsync(ShopifyCostReservation reservation, ShopifyCostOutcome outcome, CancellationToken cancellationToken = default)
    {
        var taken = (TakenPoints)reservation;
        taken.Queue.Settle(taken, outcome);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<ShopifyCostReservation> WaitAsync(CostQueue queue, CostWaiter waiter, CancellationToken cancellationToken)
    {
        try
        {
            if (await waiter.WaitAsync(_time, cancellationToken).ConfigureAwait(false) is { } taken)
                return taken;
        }
        catch (Exception failure) when (failure is OperationCanceledException or ShopifyThrottledException)
        {
            queue.Leave(_time.GetTimestamp());
            throw;
        }

        queue.Leave(_time.GetTimestamp());
        throw HttpFailure.Throttled(new CallContext(queue.Bucket.Shop, "Pacing"), "query-cost points did not come in time", TimeSpan.FromSeconds(1));
    }
}
