namespace ShopBot.Shopify.Tokens;

/// <summary>The store has no Shopify token: the app was removed, or must be authorised again.</summary>
public sealed class ShopNotConnectedException() : Exception("The store is not connected to Shopify; its owner has to install the app again.");
