namespace Shopify.Client.Auth;

/// <summary>There is no usable token for the shop and none can be got without the merchant. Not worth a repeat.</summary>
public sealed class ShopifyNotConnectedException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="state">How the app stands with it.</param>
    public ShopifyNotConnectedException(ShopDomain shop, ShopifyTokenState state)
        : base(state == ShopifyTokenState.NeedsReauthorization
            ? $"{shop.Value} has to grant the app access again: its merchant must open the app from the Shopify admin."
            : $"{shop.Value} has not installed the app.")
    {
        Shop = shop;
        State = state;
    }

    /// <summary>What stands in the way.</summary>
    public ShopifyTokenState State { get; }
}
