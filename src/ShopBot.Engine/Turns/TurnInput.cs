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

    /// <summary>
    /// What waits in the conversation behind <see cref="Event"/>, in order; empty when nothing does. A turn may handle some of it too (<see cref="TurnResult.Handled"/>).
    /// May be read lazily: an entry is decrypted when it is asked for.
    /// </summary>
    public IReadOnlyList<TurnEvent> Following { get; init; } = [];

    /// <summary>How many turns over <see cref="Event"/> failed so far; 0 at first.</summary>
    public int Attempt { get; init; }

    /// <summary>Results of outside calls made by earlier runs of this turn; null where nothing outlives the run, as in a test.</summary>
    public IStepJournal? Journal { get; init; }

    /// <summary>The store's own secret for signing taps, derived from its data key; empty when there is none: then signed taps cannot be made.</summary>
    public ReadOnlyMemory<byte> SigningKey { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"TurnInput {{ Store = {Store.Id}, Event = {Event.GetType().Name} }}";
}
