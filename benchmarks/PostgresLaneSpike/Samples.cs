using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace PostgresLaneSpike;

/// <summary>Invented rows.</summary>
internal static class Samples
{
    public static readonly byte[] Payload = RandomNumberGenerator.GetBytes(600);

    public static CustomerAlias UserId(string person) => new(AliasKind.UserId, $"u-{person}", new byte[] { 1 });

    public static CustomerAlias Phone(string person) => new(AliasKind.Phone, $"p-{person}", new byte[] { 2 });

    public static EventAppend Event(StoreId store, string key, DateTimeOffset now, params CustomerAlias[] aliases) => new()
    {
        Store = store, EventKey = key, OccurredAt = now, Payload = Encoding.UTF8.GetBytes(key), Channel = "whatsapp", Kind = "whatsapp.message",
        Aliases = aliases,
    };

    public static StatusAppend Status(StoreId store, string reference, Guid? outboxId, DeliveryStatus status, DateTimeOffset now) => new()
    {
        Store = store, EventKey = $"{reference}:{status}", OccurredAt = now, MessageRef = reference, OutboxId = outboxId, Status = status,
    };

    public static TurnCommit Turn(LaneWork work, byte[] state, string? sendAs = null, params OutboxMessage[] outbox) => new()
    {
        Lane = work.Lane, Fence = work.Fence, StateVersion = work.StateVersion, State = state, HandledThrough = work.Events[^1].Seq,
        Outbox = outbox, SendAs = sendAs,
    };

    public static OutboxMessage Message(string text, SendClass sendClass = SendClass.Conversational) =>
        new(Guid.NewGuid(), sendClass, Encoding.UTF8.GetBytes(text));

    public static SendCommit Close(SendWork send, string owner, SendOutcome outcome, string? reference = null, DateTimeOffset? retryAt = null) => new()
    {
        Lane = send.Lane, OutboxId = send.OutboxId, Attempt = send.Attempt, Owner = owner, Outcome = outcome, MessageRef = reference,
        MessageId = reference is null ? default : Encoding.UTF8.GetBytes(reference), RetryAt = retryAt,
    };

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
