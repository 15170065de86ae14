namespace Shopify.Emulator.Faults;

/// <summary>Faults planned for coming calls. Each fires once and is then gone. Thread-safe.</summary>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];

    internal FaultScript()
    {
    }

    /// <summary>Plans a fault for an Admin GraphQL call.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="call">Which call, counted from now; 1 is the next one.</param>
    /// <param name="shop">Domain of the shop whose calls count; null counts every shop's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="call"/> is below 1.</exception>
    public void OnAdmin(Fault fault, int call = 1, string? shop = null) => Add(FaultTarget.Admin, fault, call, shop);

    /// <summary>Plans a fault for a Storefront GraphQL call.</summary>
    /// <inheritdoc cref="OnAdmin" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="call"/> is below 1.</exception>
    public void OnStorefront(Fault fault, int call = 1, string? shop = null) => Add(FaultTarget.Storefront, fault, call, shop);

    /// <summary>Plans a fault for a call of the OAuth token endpoint; faults that only make sense for GraphQL do nothing there.</summary>
    /// <inheritdoc cref="OnAdmin" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="call"/> is below 1.</exception>
    public void OnToken(Fault fault, int call = 1, string? shop = null) => Add(FaultTarget.Token, fault, call, shop);

    /// <summary>Forgets every planned fault.</summary>
    public void Clear()
    {
        lock (_gate) _plans.Clear();
    }

    internal Fault? Next(FaultTarget target, string shop)
    {
        lock (_gate)
        {
            Fault? due = null;
            foreach (var plan in _plans.Where(p => p.Target == target && (p.Shop is null || p.Shop == shop)).ToList())
            {
                plan.Remaining--;
                if (due is not null || plan.Remaining > 0) continue;
                due = plan.Fault;
                _plans.Remove(plan);
            }

            return due;
        }
    }

    private void Add(FaultTarget target, Fault fault, int call, string? shop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(call, 1);
        lock (_gate) _plans.Add(new Plan(target, fault, shop) { Remaining = call });
    }

    private sealed record Plan(FaultTarget Target, Fault Fault, string? Shop)
    {
        public int Remaining { get; set; }
    }
}
