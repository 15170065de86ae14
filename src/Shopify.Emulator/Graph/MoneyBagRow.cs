using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph;

/// <summary>Type <c>MoneyBag</c>: an amount in the shop's currency and in the buyer's.</summary>
internal sealed record MoneyBagRow(MoneyBag Bag, string ShopCurrency, string PresentmentCurrency)
{
    public Money ShopMoney => new(Bag.Shop, ShopCurrency);

    public Money PresentmentMoney => new(Bag.Presentment, PresentmentCurrency);

    public static void Add(GraphModel model) => model.Type<MoneyBagRow>("MoneyBag")
        .Field("shopMoney", static b => b.ShopMoney)
        .Field("presentmentMoney", static b => b.PresentmentMoney);
}

/// <summary>Bags with their currencies.</summary>
internal static class MoneyBagRows
{
    public static MoneyBagRow Set(this EmulatedOrder order, MoneyBag bag) => new(bag, order.CurrencyCode, order.PresentmentCurrencyCode);

    public static MoneyBagRow Set(this PriceContext context, MoneyBag bag) => new(bag, context.ShopCurrency, context.CurrencyCode);
}
