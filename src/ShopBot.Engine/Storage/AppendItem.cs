using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>One thing that happened and must not be lost. Everything personal in it is already encrypted or hashed.</summary>
public abstract record AppendItem
{
    private protected AppendItem()
    {
    }

    /// <summary>The tenant.</summary>
    public required StoreId Store { get; init; }

    /// <summary>What makes two deliveries the same event: unique per store for the retention time (14 days). At most 64 characters.</summary>
    public required string EventKey { get; init; }

    /// <summary>When it happened by the platform's clock; may be days ago after an outage.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The content, encrypted. At most 1 MiB.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }
}

/// <summary>An event for one customer's lane; it takes a turn.</summary>
public sealed record EventAppend : AppendItem
{
    /// <summary>The channel of the lane.</summary>
    public required string Channel { get; init; }

    /// <summary>What the payload is, such as <c>whatsapp.message</c>; at most 64 characters.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The customer when already known; the event is refused when this store has no such customer.
    /// Null: resolved from <see cref="Aliases"/>, and created when none of them is known.
    /// </summary>
    public CustomerId? Customer { get; init; }

    /// <summary>Who it is from, strongest first. New ones are linked to the customer found by the strongest known one.</summary>
    public IReadOnlyList<CustomerAlias> Aliases { get; init; } = [];

    /// <summary>
    /// The platform itself says that all aliases name one person (a changed number or user id): customers found by different ones of them are to be merged.
    /// </summary>
    public bool SamePerson { get; init; }

    /// <summary>The customer wrote, called or tapped: the customer service window of the lane counts from <see cref="AppendItem.OccurredAt"/>.</summary>
    public bool OpensWindow { get; init; }

    /// <summary>W3C trace context of the delivery, so that the reply links back to it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>A delivery status of a message that was sent. Applied with its append, takes no turn.</summary>
public sealed record StatusAppend : AppendItem
{
    /// <summary>Keyed hash of the platform's message id.</summary>
    public required string MessageRef { get; init; }

    /// <summary>The outbox row's id, echoed by the platform; null when it was not echoed.</summary>
    public Guid? OutboxId { get; init; }

    /// <summary>How far the message got.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>The platform's error code when it failed.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>What the platform says the message costs; null when this status does not say it.</summary>
    public MessagePrice? Price { get; init; }
}

/// <summary>How the platform prices a message. Not secret, kept in plain form.</summary>
/// <param name="Category">Such as <c>marketing</c>, <c>utility</c>, <c>service</c>; at most 64 characters.</param>
/// <param name="Type">Such as <c>regular</c>, <c>free_customer_service</c>; at most 64 characters; null when not said.</param>
/// <param name="Billable">Whether it is billed.</param>
public sealed record MessagePrice(string Category, string? Type, bool Billable);

/// <summary>
/// Puts a dead letter back at the end of its lane, with its attempts counted anew. Refused when that event is not parked (any more).
/// Its payload is the parked one; <see cref="AppendItem.Payload"/> is not used.
/// </summary>
public sealed record ReplayAppend : AppendItem
{
    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>The place that the dead letter had.</summary>
    public required long Seq { get; init; }
}

/// <summary>An event that belongs to no conversation (account news, unknown kinds). Kept in the event log, takes no turn.</summary>
public sealed record NoteAppend : AppendItem
{
    /// <summary>What the payload is, such as <c>whatsapp.account_update</c>; at most 64 characters.</summary>
    public required string Kind { get; init; }
}
