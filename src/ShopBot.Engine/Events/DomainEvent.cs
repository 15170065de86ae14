using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Events;

/// <summary>
/// A fact that a conversation committed, such as <c>cart.updated</c>. Delivered at least once, in order per conversation, after the commit that made it.
/// A repeated delivery has the same <see cref="Id"/>.
/// </summary>
public sealed record DomainEvent
{
    /// <summary>Its id, the same at every delivery.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened; see <see cref="EngineEvents"/> for those of the engine.</summary>
    public required string Kind { get; init; }

    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>The person it is about.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Its number among the delivered events of the conversation, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How many deliveries failed before this one.</summary>
    public int Attempt { get; init; }

    /// <summary>The content; JSON. Personal data.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The version of the payload's shape: its member <c>v</c>, or 1. A member may come without a new version; one never goes or changes its meaning within one.</summary>
    public int Version => PayloadVersion.Of(Payload);

    /// <summary>Reads the content.</summary>
    /// <typeparam name="T">What the kind says it is.</typeparam>
    /// <param name="json">Source-generated JSON of it.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public T Read<T>(JsonTypeInfo<T> json) => JsonSerializer.Deserialize(Payload.Span, json) ?? throw new JsonException($"The payload of {Kind} is null.");

    /// <inheritdoc />
    public override string ToString() => $"DomainEvent {{ Kind = {Kind}, Id = {Id} }}";
}
