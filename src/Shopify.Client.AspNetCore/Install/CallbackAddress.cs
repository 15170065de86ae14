namespace Shopify.Client.AspNetCore;

/// <summary>The absolute callback address, made from configuration only.</summary>
internal static class CallbackAddress
{
    public static Uri Of(ShopifyInstallOptions options, string callbackPath) =>
        new(options.PublicUrl!.GetLeftPart(UriPartial.Path).TrimEnd('/') + callbackPath);
}
