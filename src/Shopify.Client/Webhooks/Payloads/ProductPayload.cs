using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A product (<c>products/create</c>, <c>products/update</c>). Variants may be cut to the first 100; <see cref="VariantGids"/> names all.</summary>
public sealed class ProductPayload : ShopifyWebhookPayload
{
    internal ProductPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the product, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The handle in web addresses.</summary>
    public string? Handle => Json.Text("handle");

    /// <summary>The title.</summary>
    public string? Title => Json.Text("title");

    /// <summary>The description, HTML.</summary>
    public string? BodyHtml => Json.Text("body_html");

    /// <summary>The brand or maker.</summary>
    public string? Vendor => Json.Text("vendor");

    /// <summary>The merchant's own kind.</summary>
    public string? ProductType => Json.Text("product_type");

    /// <summary><c>active</c>, <c>draft</c>, <c>archived</c>; an open set, lower case.</summary>
    public string? Status => Json.Text("status");

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags => field ??= Json.Tags("tags");

    /// <summary>The variants, in the merchant's order.</summary>
    public IReadOnlyList<VariantPayloadItem> Variants => field ??= Json.Items("variants", static item => new VariantPayloadItem(item));

    /// <summary>The GIDs of all variants; empty when Shopify sent none.</summary>
    public IReadOnlyList<string> VariantGids => field ??= Json.Items("variant_gids", static item => item.Text("admin_graphql_api_id") ?? string.Empty);

    /// <summary>When it was published; null when it is not.</summary>
    public DateTimeOffset? PublishedAt => Json.Time("published_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
