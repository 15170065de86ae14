namespace ThreeFlows;

/// <summary>Three things to buy.</summary>
public sealed class Shelf : IPriceList
{
    private static readonly Thing[] Things = [new("Blue mug", 12.50m), new("Tea pot", 30m), new("Green tea", 5m)];

    public Task<IReadOnlyList<Thing>> AllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Thing>>(Things);

    public Task<Thing?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Array.Find(Things, thing => thing.Name == name));

    public Task<string> OpenPaymentAsync(decimal total, CancellationToken cancellationToken) => Task.FromResult("https://pay.example/open");
}
