namespace ShopBot.Engine.Storage.InMemory;

/// <summary>Where an outbox row stands. The first three hold up the later rows of their lane.</summary>
internal enum OutboxState
{
    Pending,
    Sending,
    Unknown,
    Sent,
    Rejected,
    Uncertain,
}

/// <summary>One message to send.</summary>
internal sealed class OutboxEntry(Lane lane, OutboxMessage message, DateTimeOffset createdAt)
{
    public Lane Lane => lane;

    public OutboxMessage Message { get; } = message with { Payload = message.Payload.ToArray() };

    public DateTimeOffset CreatedAt => createdAt;

    public OutboxState State { get; set; }

    public bool IsOpen => State < OutboxState.Sent;

    public DateTimeOffset DueAt { get; set; }

    public int Attempt { get; set; }

    public bool MaybeDuplicate { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    public DateTimeOffset UnknownSince { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public string? MessageRef { get; set; }

    public ReadOnlyMemory<byte> MessageId { get; set; }

    public DeliveryStatus Delivery { get; set; }

    public int? ErrorCode { get; set; }

    public MessagePrice? Price { get; set; }
}
