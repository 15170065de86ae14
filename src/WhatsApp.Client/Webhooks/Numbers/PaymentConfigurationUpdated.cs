using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The state of a payment provider changed (India and other countries with payments in the chat).</summary>
public sealed record PaymentConfigurationUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public PaymentConfigurationUpdated()
    {
    }

    [SetsRequiredMembers]
    internal PaymentConfigurationUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        ConfigurationName = json.Id("configuration_name");
        ProviderName = json.Id("provider_name");
        ProviderMid = json.Id("provider_mid");
        Status = json.Id("status");
        CreatedAt = json.Instant("created_timestamp");
        UpdatedAt = json.Instant("updated_timestamp");
    }

    /// <summary>The configuration; null when absent.</summary>
    public string? ConfigurationName { get; init; }

    /// <summary>The provider; null when absent.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The business as the provider knows it; null when absent.</summary>
    public string? ProviderMid { get; init; }

    /// <summary>The provider's state in the platform's words; null when absent.</summary>
    public string? Status { get; init; }

    /// <summary>When it was made; null when absent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it changed; null when absent.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
