using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>Receives shops that have installed the app. Resolved per request.</summary>
public interface IShopifyInstallHandler
{
    /// <summary>Stores the installation. Called only after every check passed and all scopes were granted; may be called again for the same shop.</summary>
    /// <param name="installation">The shop, its tokens and its scopes.</param>
    /// <param name="context">The callback request.</param>
    /// <param name="cancellationToken">Cancelled when the browser goes away.</param>
    /// <returns>
    /// Where the browser goes next: a path of this host (<c>/setup</c>), or an absolute address of this host, of the shop, or of Shopify's admin. Anything
    /// else is an <see cref="InvalidOperationException"/>, so that no request can turn the callback into an open redirect.
    /// </returns>
    ValueTask<string> InstalledAsync(ShopifyInstallation installation, HttpContext context, CancellationToken cancellationToken);
}
