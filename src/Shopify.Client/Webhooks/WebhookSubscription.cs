namespace Shopify.Client;

/// <summary>A topic that Shopify sends to an address. Only subscriptions made by API are listed, never those of the app's TOML file.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/WebhookSubscription"/>
public sealed record WebhookSubscription
{
    /// <summary>The GID, <c>gid://shopify/WebhookSubscription/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The topic as in the GraphQL enum, such as <c>ORDERS_PAID</c>; an open set, empty when not told.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>The address; empty when not told.</summary>
    public string Uri { get; init; } = string.Empty;

    /// <summary><c>JSON</c> or <c>XML</c>; an open set, empty when not told.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>The condition, in the search language, that a change must meet; null when every change is sent.</summary>
    public string? Filter { get; init; }

    /// <summary>The name that is sent along as <c>X-Shopify-Name</c>; null when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>The only fields that are sent; empty when all are.</summary>
    public IReadOnlyList<string> IncludeFields { get; init; } = [];

    /// <summary>The namespaces whose metafields are sent along.</summary>
    public IReadOnlyList<string> MetafieldNamespaces { get; init; } = [];

    /// <summary>The API version of the payloads, such as <c>2026-10</c>; null when not told.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>False when that version has ended, so that payloads come in a newer one; null when not told.</summary>
    public bool? ApiVersionSupported { get; init; }

    /// <summary>When it was made; null when not told.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; null when not told.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
