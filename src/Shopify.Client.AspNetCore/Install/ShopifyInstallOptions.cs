namespace Shopify.Client.AspNetCore;

/// <summary>How merchants install the app.</summary>
public sealed class ShopifyInstallOptions
{
    /// <summary>
    /// The address under which the world reaches this host, such as <c>https://app.example.com</c>; required. The callback address is made from
    /// it, never from a request's <c>Host</c>. <c>https</c>, or <c>http</c> on loopback.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a merchant may take to log in and agree. Default 10 minutes; 1 minute to 1 hour.</summary>
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
