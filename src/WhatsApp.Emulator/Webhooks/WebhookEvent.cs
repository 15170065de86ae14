using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>One thing the business hears of: a message, a status, or anything else that a field carries.</summary>
/// <param name="waba">The account it happened in.</param>
/// <param name="number">The business number, or null for what concerns the account alone.</param>
/// <param name="field">The value of <c>changes[].field</c>.</param>
internal abstract class WebhookEvent(EmulatedWaba waba, EmulatedNumber? number, string @field)
{
    public EmulatedWaba Waba => waba;
    public EmulatedNumber? Number => number;
    public string Field { get; } = @field;

    /// <summary>The list inside <c>value</c> that it joins, such as <c>messages</c>. Null: it is a value of its own.</summary>
    public string? List { get; init; }

    /// <summary>Who is concerned, for <c>contacts</c>.</summary>
    public ContactCard? Contact { get; init; }

    /// <summary><c>entry[].id</c>: the account, but the portfolio for partner events.</summary>
    public string EntryId { get; init; } = waba.Id;

    /// <summary><c>entry[].time</c>, written on account and template fields only.</summary>
    public DateTimeOffset? EntryTime { get; init; }

    /// <summary>Whether <c>messaging_product</c> and <c>metadata</c> introduce the value.</summary>
    public bool HasMetadata { get; init; } = number is not null;

    /// <summary>Runs once the endpoint has taken it.</summary>
    public Action? Accepted { get; init; }

    /// <summary>Writes the properties of the item, or of the value.</summary>
    public abstract void Write(Utf8JsonWriter writer, WebhookStyle style);
}
