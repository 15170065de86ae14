using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing;

/// <summary>An outbox row as it is stored.</summary>
/// <param name="State">Pending, Sending, Unknown, Sent, Rejected or Uncertain.</param>
/// <param name="MessageRef">The platform's name for it, hashed.</param>
/// <param name="MessageId">The platform's name for it, encrypted; empty when unknown.</param>
/// <param name="Delivery">How far it got.</param>
/// <param name="ErrorCode">Why it failed.</param>
public sealed record OutboxFacts(string State, string? MessageRef, string MessageId, DeliveryStatus Delivery, int? ErrorCode);
