namespace Shopify.Emulator.Catalog;

/// <summary>A discount code of the shop. Codes do not combine with each other, except a free-shipping code with one that reduces prices.</summary>
public sealed record CatalogDiscount
{
    /// <summary>Numeric id. 0, the default, lets the shop number it.</summary>
    public long Id { get; init; }

    /// <summary>The code that buyers enter; letter case does not matter.</summary>
    public required string Code { get; init; }

    /// <summary>Name for the merchant; null for the code itself.</summary>
    public string? Title { get; init; }

    /// <summary>Reduction in per cent, 0 to 100; null when the discount is not a percentage.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>Reduction in the shop's currency for the whole order; null when the discount is not a fixed amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Whether shipping is free. Default false. A discount has exactly one of percentage, amount and free shipping.</summary>
    public bool FreeShipping { get; init; }

    /// <summary>Handle of the only collection that it reduces; null reduces everything.</summary>
    public string? CollectionHandle { get; init; }

    /// <summary>Goods total in the shop's currency from which it applies; null for any.</summary>
    public decimal? MinimumSubtotal { get; init; }

    /// <summary>When it begins. Default the beginning of 2026.</summary>
    public DateTimeOffset StartsAt { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many orders may use it; null for any number.</summary>
    public int? UsageLimit { get; init; }

    /// <summary>Whether each customer may use it once only. Default false.</summary>
    public bool OncePerCustomer { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
