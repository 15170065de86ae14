using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>What decides about an outbox row.</summary>
internal sealed record OutboxRow(
    Guid Id, LaneKey Lane, OutboxState State, int Attempt, string? Owner, string? MessageRef, DeliveryStatus Delivery, SendClass Class,
    bool WantsStatus)
{
    public bool IsOpen => State < OutboxState.Sent;
}
