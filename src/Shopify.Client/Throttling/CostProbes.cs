namespace Shopify.Client;

/// <summary>
/// Lets only a few attempts of an operation out while nobody knows what it costs; the others of the same shop wait until the first answers tell.
/// </summary>
internal sealed class CostProbes
{
    /// <summary>What a probe reserves: more than nearly every operation asks for.</summary>
    public const double Points = 300;

    private const int AtOnce = 2;
    private readonly Lock _gate = new();
    private readonly Dictionary<ShopifyOperation, SemaphoreSlim> _doors = [];

    /// <returns>What to reserve, and the door to close after the attempt; no door when the cost is known.</returns>
    public async ValueTask<(double Points, SemaphoreSlim? Door)> EnterAsync(
        ShopifyOperation operation, OperationCost cost, CancellationToken cancellationToken)
    {
        if (cost.Points is { } known)
            return (known, null);
        var door = Door(operation);
        await door.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (cost.Points is not { } learnt)
            return (Points, door);
        Leave(operation, door, isKnown: true);
        return (learnt, null);
    }

    public void Leave(ShopifyOperation operation, SemaphoreSlim door, bool isKnown)
    {
        door.Release();
        if (!isKnown)
            return;
        lock (_gate)
            _doors.Remove(operation);
    }

    private SemaphoreSlim Door(ShopifyOperation operation)
    {
        lock (_gate)
        {
            if (!_doors.TryGetValue(operation, out var door))
                _doors.Add(operation, door = new SemaphoreSlim(AtOnce, AtOnce));
            return door;
        }
    }
}
