namespace Shopify.Emulator.Webhooks;

/// <summary>A webhook subscription that the app made by API.</summary>
public sealed record EmulatedWebhookSubscription
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Topic as in the GraphQL enum: <c>ORDERS_CREATE</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>Where deliveries go.</summary>
    public required string Uri { get; init; }

    /// <summary><c>JSON</c> or <c>XML</c>; the emulator always sends JSON.</summary>
    public string Format { get; init; } = "JSON";

    /// <summary>Search expression over the payload; null means every event.</summary>
    public string? Filter { get; init; }

    /// <summary>Name given by the app, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The only payload fields to send; empty means all.</summary>
    public IReadOnlyList<string> IncludeFields { get; init; } = [];

    /// <summary>Metafield namespaces to include; kept, but the emulator's products have no metafields.</summary>
    public IReadOnlyList<string> MetafieldNamespaces { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
