namespace Shopify.Client;

/// <summary>What a draft order would cost. Nothing was made. Amounts without another word are in the buyer's currency.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/CalculatedDraftOrder"/>
public sealed record CalculatedDraftOrder
{
    /// <summary>The shop's currency, ISO 4217; null when not told.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The buyer's currency, ISO 4217; null when not told.</summary>
    public string? PresentmentCurrencyCode { get; init; }

    /// <summary>How many pieces.</summary>
    public int TotalQuantityOfLineItems { get; init; }

    /// <summary>The lines, discounts taken off, without shipping and tax; null when not told.</summary>
    public MoneyV2? SubtotalPrice { get; init; }

    /// <summary>What discounts take off; null when not told.</summary>
    public MoneyV2? TotalDiscounts { get; init; }

    /// <summary>Shipping; null when not told.</summary>
    public MoneyV2? TotalShippingPrice { get; init; }

    /// <summary>Tax; null when not told.</summary>
    public MoneyV2? TotalTax { get; init; }

    /// <summary>The total.</summary>
    public required MoneyV2 TotalPrice { get; init; }

    /// <summary>The total in the shop's currency; null when not told.</summary>
    public MoneyV2? TotalPriceInShopCurrency { get; init; }

    /// <summary>The ways of shipping; empty without a shipping address.</summary>
    public IReadOnlyList<ShippingRate> AvailableShippingRates { get; init; } = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<CalculatedDraftOrderLine> LineItems { get; init; } = [];

    /// <summary>What is not as asked.</summary>
    public IReadOnlyList<DraftOrderWarning> Warnings { get; init; } = [];
}
