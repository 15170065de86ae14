namespace ShopBot.Shopify.Checkout;

/// <summary>How a checkout link was made: the values of <see cref="Shopping.Checkout.CheckoutResult.Way"/> and of the metric's tag <c>way</c>.</summary>
public static class CheckoutWays
{
    /// <summary>A cart in the Storefront API: prices, stock and discounts are known before the link is sent.</summary>
    public const string StorefrontCart = "storefront_cart";

    /// <summary>A link that fills a cart when it is opened, <c>/cart/…</c>; needs no call.</summary>
    public const string CartPermalink = "cart_permalink";

    /// <summary>A link of the newer kind, <c>/buy/…</c>; used only when switched on.</summary>
    public const string BuyPermalink = "buy_permalink";

    /// <summary>The invoice of a draft order: works behind a storefront password and takes agreed prices.</summary>
    public const string DraftOrderInvoice = "draft_order_invoice";
}
