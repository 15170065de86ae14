using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>One line of an <see cref="OrderPayload"/>.</summary>
public sealed class OrderPayloadLine
{
    private readonly JsonElement _json;

    internal OrderPayloadLine(JsonElement json) => _json = json;

    /// <summary>The numeric id of the line.</summary>
    public long? Id => _json.Long("id");

    /// <summary>The numeric id of the variant; null for custom lines and deleted variants.</summary>
    public long? VariantId => _json.Long("variant_id");

    /// <summary>The numeric id of the product.</summary>
    public long? ProductId => _json.Long("product_id");

    /// <summary>The product's title when it was bought.</summary>
    public string? Title => _json.Text("title");

    /// <summary>The variant's title when it was bought.</summary>
    public string? VariantTitle => _json.Text("variant_title");

    /// <summary>How many.</summary>
    public int? Quantity => _json.Int("quantity");

    /// <summary>The price of one.</summary>
    public decimal? Price => _json.Decimal("price");

    /// <summary>The merchant's stock number.</summary>
    public string? Sku => _json.Text("sku");

    /// <summary>What was noted on the line.</summary>
    public IReadOnlyList<PayloadAttribute> Properties => field ??= _json.Items("properties", static item => new PayloadAttribute(item));

    /// <summary>The kind only.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(OrderPayloadLine);
}
