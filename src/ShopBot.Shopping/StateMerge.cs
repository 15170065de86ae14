namespace ShopBot.Shopping;

/// <summary>One state of two, when two conversations turn out to be one person's: nothing that was put into a cart is lost.</summary>
internal static class StateMerge
{
    public static ShoppingState Of(ShoppingState mine, ShoppingState theirs) => mine with
    {
        Cart = mine.Cart with
        {
            Lines = [.. mine.Cart.Lines, .. theirs.Cart.Lines.Where(line => mine.Cart.Lines.All(known => known.VariantId != line.VariantId))],
            Code = mine.Cart.Code ?? theirs.Cart.Code,
        },
        CartTokens = [.. mine.CartTokens.Union(theirs.CartTokens).TakeLast(5)],
        OrderIds = [.. mine.OrderIds.Union(theirs.OrderIds).TakeLast(10)],
        Watches = [.. mine.Watches.UnionBy(theirs.Watches, watch => watch.VariantId).TakeLast(10)],
        ToConfirm = [.. mine.ToConfirm.UnionBy(theirs.ToConfirm, order => order.OrderId).TakeLast(10)],
        // Who refused in either has refused.
        Consent = mine.Consent is null || theirs.Consent is { Given: false } ? theirs.Consent ?? mine.Consent : mine.Consent,
        LastMessageAt = theirs.LastMessageAt > mine.LastMessageAt ? theirs.LastMessageAt : mine.LastMessageAt ?? theirs.LastMessageAt,
        LanguageChosen = mine.LanguageChosen || theirs.LanguageChosen,
        TimeZone = mine.TimeZone ?? theirs.TimeZone,
        Country = theirs.CountryChosen && !mine.CountryChosen ? theirs.Country : mine.Country ?? theirs.Country,
        CountryChosen = mine.CountryChosen || theirs.CountryChosen,
    };
}
