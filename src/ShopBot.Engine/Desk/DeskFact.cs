using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Desk;

/// <summary>One entry of a store's event log, opened. Personal data.</summary>
/// <param name="At">When it was committed.</param>
/// <param name="Id">Its id; changes for an entry without a customer when it is read again.</param>
/// <param name="Customer">Whom it is about; null when it belongs to no conversation.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Payload">The content; JSON.</param>
public sealed record DeskFact(DateTimeOffset At, Guid Id, CustomerId? Customer, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads the content.</summary>
    /// <typeparam name="T">What the kind says it is.</typeparam>
    /// <param name="json">Source-generated JSON of it.</param>
    /// <returns>Null when it is something else.</returns>
    public T? Read<T>(JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Payload.Span, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"DeskFact {{ At = {At:O}, Kind = {Kind} }}";
}
