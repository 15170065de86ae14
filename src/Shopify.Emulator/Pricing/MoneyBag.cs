namespace Shopify.Emulator.Pricing;

/// <summary>One amount in the shop's currency and in the buyer's. Sums of bags add up in both currencies.</summary>
internal readonly record struct MoneyBag(decimal Shop, decimal Presentment)
{
    public static MoneyBag Zero => default;

    public static MoneyBag operator +(MoneyBag one, MoneyBag other) => new(one.Shop + other.Shop, one.Presentment + other.Presentment);

    public static MoneyBag operator -(MoneyBag one, MoneyBag other) => new(one.Shop - other.Shop, one.Presentment - other.Presentment);

    public static MoneyBag operator *(MoneyBag one, int times) => new(one.Shop * times, one.Presentment * times);
}

/// <summary>Adding up bags.</summary>
internal static class MoneyBags
{
    public static MoneyBag Sum<T>(this IEnumerable<T> items, Func<T, MoneyBag> bag) => items.Aggregate(MoneyBag.Zero, (sum, item) => sum + bag(item));
}
