namespace Shopify.Client;

/// <summary>
/// Lets only a few attempts of an operation out while Shopify has not said what it costs, some more when the operation itself says it;
/// the others of the same shop wait until the first answers tell.
/// </summary>
internal sealed class CostProbes
{
    // More than nearly every operation asks for.
    private const double UnknownPoints = 300;
    private const int UnknownAtOnce = 2;
    private const int DeclaredAtOnce = 10;
    private readonly Lock _gate = new();
    private readonly Dictionary<ShopifyOperation, SemaphoreSlim> _doors = [];

    /// <returns>What to reserve.</returns>
    public static double Points(OperationCost cost) => cost.Expected ?? UnknownPoints;

    /// <returns>The door to close after the attempt; null when the cost is known.</returns>
    public ValueTask<SemaphoreSlim?> EnterAsync(ShopifyOperation operation, OperationCost cost, CancellationToken cancellationToken) =>
        cost.Learnt is null ? ProbeAsync(operation, cost, cancellationToken) : default;

    public void Leave(ShopifyOperation operation, SemaphoreSlim door, bool isKnown)
    {
        door.Release();
        if (!isKnown)
            return;
        lock (_gate)
            _doors.Remove(operation);
    }

    private async ValueTask<SemaphoreSlim?> ProbeAsync(ShopifyOperation operation, OperationCost cost, CancellationToken cancellationToken)
    {
        var door = Door(operation, cost.Declared is null ? UnknownAtOnce : DeclaredAtOnce);
        await door.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (cost.Learnt is null)
            return door;
        Leave(operation, door, isKnown: true);
        return null;
    }

    private SemaphoreSlim Door(ShopifyOperation operation, int atOnce)
    {
        lock (_gate)
        {
            if (!_doors.TryGetValue(operation, out var door))
                _doors.Add(operation, door = new SemaphoreSlim(atOnce, atOnce));
            return door;
        }
    }
}
