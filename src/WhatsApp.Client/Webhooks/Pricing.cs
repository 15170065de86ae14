namespace WhatsApp.Client.Webhooks;

/// <summary>
/// What an outgoing message costs. Texts are open sets.
/// See <see href="https://developers.facebook.com/docs/whatsapp/pricing">pricing</see>.
/// </summary>
public sealed record Pricing
{
    /// <summary>Whether it is billed. Being retired by the platform: null when absent.</summary>
    public bool? Billable { get; init; }

    /// <summary><c>PMP</c> (per message) or <c>CBP</c> (per conversation, before July 2025).</summary>
    public string? PricingModel { get; init; }

    /// <summary>Such as <c>regular</c>, <c>free_customer_service</c> or <c>free_entry_point</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Such as <c>service</c>, <c>utility</c>, <c>marketing</c> or <c>authentication</c>.</summary>
    public string? Category { get; init; }
}
