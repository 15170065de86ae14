namespace ShopBot.Shopping.Checkout;

/// <summary>In what a line of a checkout differs from what was asked.</summary>
public enum CheckoutChangeKind
{
    /// <summary>Nothing is in stock; the line was taken out.</summary>
    SoldOut,

    /// <summary>It is not sold any more; the line was taken out.</summary>
    Gone,

    /// <summary>Fewer are in stock than asked for.</summary>
    Fewer,

    /// <summary>It costs something else.</summary>
    Repriced,
}
