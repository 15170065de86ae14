namespace Shopify.Client;

/// <summary>A caller waiting for points.</summary>
internal sealed class CostWaiter
{
    private readonly TaskCompletionSource<TakenPoints> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CostQueue _queue;

    public CostWaiter(CostQueue queue, ShopifyCostRequest request)
    {
        _queue = queue;
        Request = request;
        Node = new LinkedListNode<CostWaiter>(this);
    }

    public ShopifyCostRequest Request { get; }

    public LinkedListNode<CostWaiter> Node { get; }

    public void Grant(TakenPoints points) => _granted.TrySetResult(points);

    public void Refuse(ShopifyThrottledException refusal) => _granted.TrySetException(refusal);

    /// <returns>The points, or null when they did not come within <see cref="ShopifyCostRequest.MaxWait"/>.</returns>
    public async Task<TakenPoints?> WaitAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Request.MaxWait, time);
        using var tooLong = patience.Token.UnsafeRegister(static state => ((CostWaiter)state!).GiveUp(CancellationToken.None), this);
        using var cancelled = cancellationToken.UnsafeRegister(static (state, token) => ((CostWaiter)state!).GiveUp(token), this);
        return await _granted.Task.ConfigureAwait(false);
    }

    private void GiveUp(CancellationToken cause)
    {
        if (!_queue.Remove(this))
            return;
        if (cause.IsCancellationRequested)
            _granted.TrySetCanceled(cause);
        else
            _granted.TrySetResult(null!);
    }
}
