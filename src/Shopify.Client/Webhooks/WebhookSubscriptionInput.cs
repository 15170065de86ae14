namespace Shopify.Client;

/// <summary>Where and how a topic shall be sent. In a change, what is null stays as it is.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/WebhookSubscriptionInput"/>
public sealed record WebhookSubscriptionInput
{
    /// <summary>The public <c>https</c> address; needed for a new subscription.</summary>
    public string? Uri { get; init; }

    /// <summary><c>JSON</c> or <c>XML</c>; null (the default) is <c>JSON</c> for a new subscription.</summary>
    public string? Format { get; init; }

    /// <summary>A condition in the search language; null (the default) for none.</summary>
    public string? Filter { get; init; }

    /// <summary>Up to 50 letters, digits, <c>_</c> and <c>-</c>, unique in the shop; null (the default) for none.</summary>
    public string? Name { get; init; }

    /// <summary>The only fields to be sent; null (the default) for all.</summary>
    public IReadOnlyList<string>? IncludeFields { get; init; }

    /// <summary>The namespaces whose metafields are sent along; null (the default) for none.</summary>
    public IReadOnlyList<string>? MetafieldNamespaces { get; init; }
}
