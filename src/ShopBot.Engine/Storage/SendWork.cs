using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Storage;

/// <summary>One outbox row that this host must send now. Its state Sending is committed.</summary>
public sealed record SendWork
{
    /// <summary>The row's id; travels with the message as <c>biz_opaque_callback_data</c>.</summary>
    public required Guid OutboxId { get; init; }

    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>The number of this attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// When the lease of this attempt ends. A send that cannot end before it must not begin: the row may be somebody else's by then.
    /// </summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>An earlier attempt ended without an answer and without a status: this one may be a second copy.</summary>
    public required bool MaybeDuplicate { get; init; }

    /// <summary>The message, encrypted.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>When the turn that wrote it was committed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By what names the customer can be reached: by kind, of one kind the newest first.</summary>
    public required IReadOnlyList<CustomerAlias> Aliases { get; init; }

    /// <summary>When the customer last wrote, by the platform's clock; null when never. The customer service window counts from it.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>W3C trace context of the turn that wrote it.</summary>
    public string? TraceParent { get; init; }
}
