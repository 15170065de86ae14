using System.Text;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing;

/// <summary>Small things to store, with sensible defaults.</summary>
public static class Sample
{
    public const string Channel = "whatsapp";

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public static CustomerAlias UserId(string hash) => new(AliasKind.UserId, hash, Bytes($"user:{hash}"));

    public static CustomerAlias Phone(string hash) => new(AliasKind.Phone, hash, Bytes($"phone:{hash}"));

    public static EventAppend Event(StoreId store, string key, DateTimeOffset at, params CustomerAlias[] aliases) => new()
    {
        Store = store,
        EventKey = key,
        OccurredAt = at,
        Payload = Bytes($"payload of {key}"),
        Channel = Channel,
        Kind = "whatsapp.message",
        Aliases = aliases,
    };

    public static NoteAppend Note(StoreId store, string key, DateTimeOffset at) =>
        new() { Store = store, EventKey = key, OccurredAt = at, Payload = Bytes("news"), Kind = "whatsapp.account_update" };

    public static StatusAppend Status(StoreId store, DeliveryStatus status, string messageRef, Guid? outboxId = null, int? error = null) => new()
    {
        Store = store,
        EventKey = $"{messageRef}:{status}",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Payload = Bytes($"id of {messageRef}"),
        MessageRef = messageRef,
        OutboxId = outboxId,
        Status = status,
        ErrorCode = error,
    };

    /// <summary>A turn that handles everything it was given.</summary>
    public static TurnCommit Turn(LaneWork work, string state = "state") => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        StateVersion = work.StateVersion,
        State = Bytes(state),
        HandledThrough = work.Events[^1].Seq,
    };

    public static ParkItem Park(LaneWork work, DateTimeOffset? retryAt = null) => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        Seq = work.Events[0].Seq,
        Cause = "System.InvalidOperationException",
        RetryAt = retryAt,
    };

    public static OutboxMessage Message(string text = "hello", SendClass sendClass = SendClass.Conversational) =>
        new(Guid.NewGuid(), sendClass, Bytes(text));

    /// <summary>Ends an attempt; a sent one under the reference given.</summary>
    public static SendCommit Close(SendWork send, SendOutcome outcome, string? messageRef = null, string owner = "host-1") => new()
    {
        Lane = send.Lane,
        OutboxId = send.OutboxId,
        Attempt = send.Attempt,
        Owner = owner,
        Outcome = outcome,
        MessageRef = messageRef,
        MessageId = messageRef is null ? default : Bytes($"id of {messageRef}"),
    };

    public static StoreRecord StoreRecord(StoreId id, string domain = "demo-shop.myshopify.com") => new()
    {
        Id = id,
        ShopDomain = domain,
        WrappedDataKey = Bytes("wrapped"),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
