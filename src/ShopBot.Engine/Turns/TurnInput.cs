using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Turns;

/// <summary>Everything a turn may look at.</summary>
public sealed record TurnInput
{
    /// <summary>The store.</summary>
    public required StoreProfile Store { get; init; }

    /// <summary>The person.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What happened.</summary>
    public required TurnEvent Event { get; init; }

    /// <summary>The stored conversation; null for the first turn.</summary>
    public ConversationDocument? Document { get; init; }

    /// <summary>The time of the turn.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"TurnInput {{ Store = {Store.Id}, Event = {Event.GetType().Name} }}";
}
