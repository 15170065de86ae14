using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Events;

/// <summary>
/// The facts that the engine commits about every conversation and every store. Those about messages are written only when somebody listens to them: the inbox and the outbox hold the
/// same already.
/// </summary>
public static class EngineEvents
{
    /// <summary>The first turn of a conversation; payload <see cref="ConversationStarted"/>.</summary>
    public const string ConversationStarted = "conversation.started";

    /// <summary>Two conversations turned out to be one person's; payload <see cref="ConversationsMerged"/>.</summary>
    public const string ConversationsMerged = "conversation.merged";

    /// <summary>A message of the customer had its turn; payload <see cref="MessageFact"/>. Written when somebody listens.</summary>
    public const string MessageReceived = "message.received";

    /// <summary>The platform took a message; payload <see cref="MessageFact"/>. Written when somebody listens.</summary>
    public const string MessageSent = "message.sent";

    /// <summary>A message was refused for good, or was not sent because the customer service window was closed; payload <see cref="MessageFact"/>.</summary>
    public const string MessageFailed = "message.failed";

    /// <summary>A turn failed too often and its event became a dead letter; payload <see cref="TurnParked"/>.</summary>
    public const string TurnParked = "turn.parked";

    /// <summary>A store installed the app, or came back; payload <see cref="StoreInstalled"/>. It belongs to the store itself and to none of its customers.</summary>
    public const string StoreInstalled = "store.installed";

    /// <summary>A store removed the app; payload <see cref="StoreUninstalled"/>. It belongs to the store itself and to none of its customers.</summary>
    public const string StoreUninstalled = "store.uninstalled";
}

/// <summary>A store installed the app.</summary>
/// <param name="ShopDomain">Its permanent domain.</param>
/// <param name="Again">Whether it was known before.</param>
public sealed record StoreInstalled(string ShopDomain, bool Again);

/// <summary>A store removed the app: its tokens are gone and its bot is off.</summary>
/// <param name="ShopDomain">Its permanent domain.</param>
public sealed record StoreUninstalled(string ShopDomain);

/// <summary>A conversation began.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Source">What brought the customer: the platform's word for the type of its first message, such as <c>text</c>.</param>
public sealed record ConversationStarted(string Channel, string Source);

/// <summary>Two conversations are one from now on.</summary>
/// <param name="Absorbed">The customer whose conversation ended in this one.</param>
public sealed record ConversationsMerged(Guid Absorbed);

/// <summary>One message, without its content.</summary>
/// <param name="Type">The platform's word for its type, such as <c>text</c>.</param>
/// <param name="OutboxId">Of a message that goes out: its id, which the platform echoes in its statuses.</param>
/// <param name="ErrorCode">Why it failed: the platform's code.</param>
public sealed record MessageFact(string Type, Guid? OutboxId = null, int? ErrorCode = null);

/// <summary>How far a message came: the payload of the event <c>message.status</c>, which goes to flows that listen to it.</summary>
/// <param name="Status">How far.</param>
/// <param name="OutboxId">The message's id; null when the platform did not echo it.</param>
/// <param name="ErrorCode">Why it failed: the platform's code.</param>
public sealed record MessageStatusReport(DeliveryStatus Status, Guid? OutboxId, int? ErrorCode)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "message.status";
}

/// <summary>An event became a dead letter.</summary>
/// <param name="Cause">The kind of fault.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record TurnParked(string Cause, int Attempts);
