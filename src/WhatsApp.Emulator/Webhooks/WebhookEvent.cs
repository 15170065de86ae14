using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>One thing the business hears of: a message or a status, and the contact it concerns.</summary>
/// <param name="Number">The business number.</param>
/// <param name="Contact">The entry for <c>contacts</c>, or null.</param>
/// <param name="List"><c>messages</c> or <c>statuses</c>.</param>
/// <param name="Item">The entry for that list.</param>
internal sealed record WebhookEvent(EmulatedNumber Number, JsonObject? Contact, string List, JsonObject Item)
{
    /// <summary>Runs once the endpoint has taken it.</summary>
    public Action? Accepted { get; init; }
}
