using System.Text.RegularExpressions;
using Shopify.Client.Webhooks;

namespace Shopify.Client;

/// <summary>A subscription an app wants to have, whatever is there now.</summary>
/// <remarks>Scope: the one of the topic.</remarks>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/WebhookSubscriptionInput"/>
public sealed partial record WebhookSpec
{
    /// <summary>Describes a subscription.</summary>
    /// <param name="topic">The topic in either spelling, <c>orders/paid</c> or <c>ORDERS_PAID</c>.</param>
    /// <param name="uri">A public <c>https</c> address, or one of Amazon EventBridge (<c>arn:</c>) or Google Pub/Sub (<c>pubsub:</c>). Plain http only on this machine, which an emulator takes and Shopify does not.</param>
    /// <exception cref="ArgumentException">A part is blank or has another form, or the topic is a compliance topic, which only <c>shopify.app.toml</c> can set.</exception>
    public WebhookSpec(string topic, string uri)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentException.ThrowIfNullOrWhiteSpace(uri);
        Topic = ShopifyTopics.ToGraphQL(topic);
        if (ShopifyTopics.Compliance.Any(compliance => ShopifyTopics.ToGraphQL(compliance) == Topic))
            throw new ArgumentException($"{Topic} is a compliance topic: set it in shopify.app.toml, there is no API for it.", nameof(topic));
        if (!TopicPattern().IsMatch(Topic))
            throw new ArgumentException("A topic looks like orders/paid or ORDERS_PAID.", nameof(topic));
        Uri = uri.Trim();
        if (!IsAddress(Uri))
            throw new ArgumentException("The address must be absolute and https, or arn: or pubsub:.", nameof(uri));
    }

    /// <summary>The topic as in the GraphQL enum.</summary>
    public string Topic { get; }

    /// <summary>Where it is sent.</summary>
    public string Uri { get; }

    /// <summary>A condition on the payload in the search language, such as <c>status:active</c>; null (the default) for none.</summary>
    public string? Filter { get; init; }

    /// <summary>1 to 50 letters, digits, <c>_</c> and <c>-</c>, unique in the shop, sent along with every delivery; null (the default) for none.</summary>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public string? Name
    {
        get;
        init => field = value is null || NamePattern().IsMatch(value)
            ? value
            : throw new ArgumentException("A name is 1 to 50 letters, digits, underscores and hyphens.", nameof(value));
    }

    /// <summary>The only fields to be sent; empty (the default) for all.</summary>
    public IReadOnlyList<string> IncludeFields { get; init; } = [];

    /// <summary>The namespaces whose metafields are sent along; empty by default.</summary>
    public IReadOnlyList<string> MetafieldNamespaces { get; init; } = [];

    /// <summary>What a mutation is given. Empty values clear what is there.</summary>
    internal WebhookSubscriptionInput ToInput(bool isNew) => new()
    {
        Uri = Uri,
        Filter = Filter ?? (isNew ? null : ""),
        Name = Name,
        IncludeFields = isNew && IncludeFields.Count == 0 ? null : IncludeFields,
        MetafieldNamespaces = isNew && MetafieldNamespaces.Count == 0 ? null : MetafieldNamespaces,
    };

    private static bool IsAddress(string uri) =>
        System.Uri.TryCreate(uri, UriKind.Absolute, out var address) && (address.Scheme == System.Uri.UriSchemeHttps || address.Scheme is "arn" or "pubsub" || (address.Scheme == System.Uri.UriSchemeHttp && address.IsLoopback));

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]*\z")]
    private static partial Regex TopicPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,50}\z")]
    private static partial Regex NamePattern();
}
