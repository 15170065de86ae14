using Shopify.Emulator.Discounts;

namespace Shopify.Emulator.Pricing;

/// <summary>A line whose price is asked for. Own lines of the merchant have no product.</summary>
internal sealed record PricedItem(long? ProductId, MoneyBag UnitPrice, int Quantity)
{
    public MoneyBag Total => UnitPrice * Quantity;
}

/// <summary>What became of one discount code. <paramref name="Warning"/> is a code of <c>CartWarningCode</c>; null when the discount applies.</summary>
internal sealed record CodeResult(string Code, string? Warning, Discount? Discount)
{
    public bool IsApplicable => Warning is null;
}

/// <summary>The prices of a cart, draft or checkout: what each line loses to discounts, and what shipping costs.</summary>
internal sealed record PriceList(
    IReadOnlyList<PricedItem> Items, IReadOnlyList<MoneyBag> Reductions, IReadOnlyList<CodeResult> Codes, MoneyBag Shipping, PriceContext Context)
{
    /// <summary>Goods before discounts.</summary>
    public MoneyBag Goods => Items.Sum(static i => i.Total);

    public MoneyBag Discounts => Reductions.Sum(static r => r);

    /// <summary>Goods after discounts.</summary>
    public MoneyBag Subtotal => Goods - Discounts;

    public MoneyBag Total => Subtotal + Shipping;

    /// <summary>The code that reduces goods; null when none does.</summary>
    public CodeResult? Reducing => Codes.FirstOrDefault(static c => c is { IsApplicable: true, Discount.IsFreeShipping: false });

    public static PriceList For(
        EmulatedShop shop, PriceContext context, IReadOnlyList<PricedItem> items, IReadOnlyList<string> codes, string? customer, MoneyBag? shipping = null)
    {
        var results = codes.Select(code => Check(shop, items, code, customer)).ToList();
        var best = results.Where(static r => r is { IsApplicable: true, Discount.IsFreeShipping: false })
            .Select(r => (Result: r, Reductions: Reduce(shop, context, items, r.Discount!)))
            .OrderByDescending(static r => r.Reductions.Sum(static x => x.Shop)).FirstOrDefault();
        var free = results.Find(static r => r is { IsApplicable: true, Discount.IsFreeShipping: true });
        // Codes do not combine: of those that reduce prices the best one counts, and one that ships for free besides.
        results = [.. results.Select(r => r.IsApplicable && r != best.Result && r != free ? r with { Warning = "DISCOUNT_CODE_NOT_HONOURED" } : r)];
        var reductions = best.Reductions ?? [.. items.Select(static _ => MoneyBag.Zero)];
        var subtotal = items.Sum(static i => i.Total.Shop) - reductions.Sum(static r => r.Shop);
        var cost = free is not null ? MoneyBag.Zero : shipping ?? ShippingOf(shop, context, subtotal);
        return new(items, reductions, results, cost, context);
    }

    public static MoneyBag ShippingOf(EmulatedShop shop, PriceContext context, decimal subtotal) =>
        context.Bag(shop.Catalog.FreeShippingFrom is { } from && subtotal >= from ? 0 : shop.Catalog.ShippingPrice);

    /// <summary>The tax inside an amount that contains it.</summary>
    public static MoneyBag TaxIn(EmulatedShop shop, PriceContext context, MoneyBag amount)
    {
        var rate = shop.Catalog.TaxRate;
        return new(Currencies.Round(amount.Shop * rate / (1 + rate), context.ShopCurrency), Currencies.Round(amount.Presentment * rate / (1 + rate), context.CurrencyCode));
    }

    private static CodeResult Check(EmulatedShop shop, IReadOnlyList<PricedItem> items, string code, string? customer)
    {
        if (shop.Discounts.Find(code) is not { } discount) return new(code, "DISCOUNT_NOT_FOUND", null);
        var terms = discount.Terms;
        var warning = discount.Status(shop.Now()) != "ACTIVE" ? "DISCOUNT_CURRENTLY_INACTIVE"
            : discount.UsageCount >= terms.UsageLimit ? "DISCOUNT_USAGE_LIMIT_REACHED"
            : terms.OncePerCustomer && shop.Discounts.WasUsedBy(discount, customer) ? "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED"
            : items.Sum(static i => i.Total.Shop) < terms.MinimumSubtotal ? "DISCOUNT_PURCHASE_NOT_IN_RANGE"
            : !discount.IsFreeShipping && !items.Any(i => Reduces(shop, discount, i)) ? "DISCOUNT_NO_ENTITLED_LINE_ITEMS"
            : null;
        return new(code, warning, discount);
    }

    private static bool Reduces(EmulatedShop shop, Discount discount, PricedItem item) => discount.Terms.CollectionHandle is not { } handle
        || (item.ProductId is { } id && shop.FindProduct(id) is { } product
            && shop.Collections.FirstOrDefault(c => c.Handle == handle)?.ProductHandles.Contains(product.Handle) == true);

    private static IReadOnlyList<MoneyBag> Reduce(EmulatedShop shop, PriceContext context, IReadOnlyList<PricedItem> items, Discount discount)
    {
        var eligible = items.Select(item => Reduces(shop, discount, item) ? item.Total : MoneyBag.Zero).ToList();
        if (discount.Terms.Percentage is { } percentage)
            return [.. eligible.Select(t => new MoneyBag(
                Currencies.Round(t.Shop * percentage / 100, context.ShopCurrency), Currencies.Round(t.Presentment * percentage / 100, context.CurrencyCode)))];
        var wanted = context.Bag(discount.Terms.Amount ?? 0);
        return [.. Spread(wanted.Shop, [.. eligible.Select(static t => t.Shop)], context.ShopCurrency)
            .Zip(Spread(wanted.Presentment, [.. eligible.Select(static t => t.Presentment)], context.CurrencyCode), static (s, p) => new MoneyBag(s, p))];
    }

    /// <summary>Spreads an amount over parts in proportion; the last part takes what rounding left.</summary>
    public static IReadOnlyList<decimal> Spread(decimal amount, IReadOnlyList<decimal> parts, string currency)
    {
        var total = parts.Sum();
        var left = Math.Min(amount, total);
        var result = new decimal[parts.Count];
        for (var i = 0; i < parts.Count && total > 0; i++)
        {
            result[i] = total == parts[i] ? left : Math.Min(parts[i], Currencies.Round(left * parts[i] / total, currency));
            left -= result[i];
            total -= parts[i];
        }

        return result;
    }
}
