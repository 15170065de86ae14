using System.Text.Json.Serialization;

namespace ThreeFlows;

/// <summary>What the customer wants, and where it goes.</summary>
public sealed record Cart
{
    public Dictionary<string, int> Lines { get; init; } = [];

    public string? Place { get; init; }
}

public sealed record OpenShelf;

public sealed record OpenCart;

public sealed record OpenBooking;

public sealed record Add(string Name);

public sealed record Accept(decimal Total);

public sealed record Paid(string Order)
{
    public const string Kind = "order.paid";
}

public sealed record Thing(string Name, decimal Price);

/// <summary>What there is to buy.</summary>
public interface IPriceList
{
    Task<IReadOnlyList<Thing>> AllAsync(CancellationToken cancellationToken);

    Task<Thing?> FindAsync(string name, CancellationToken cancellationToken);

    Task<string> OpenPaymentAsync(decimal total, CancellationToken cancellationToken);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(OpenShelf))]
[JsonSerializable(typeof(OpenCart))]
[JsonSerializable(typeof(OpenBooking))]
[JsonSerializable(typeof(Add))]
[JsonSerializable(typeof(Accept))]
[JsonSerializable(typeof(Paid))]
internal sealed partial class MiniShopJson : JsonSerializerContext;
