using Microsoft.Extensions.Options;

namespace Shopify.Client.AspNetCore;

/// <summary>
/// The only places a finished callback sends a browser to: this host, the shop, Shopify's admin, or what stands for it in a test set-up. The
/// handler chooses; this keeps a handler that trusts a parameter from making an open redirect.
/// </summary>
internal sealed class NextAddress(IOptions<ShopifyInstallOptions> install, IOptions<ShopifyClientOptions> client)
{
    private const string Admin = "https://admin.shopify.com";

    /// <exception cref="InvalidOperationException">The address leads somewhere else.</exception>
    public string Check(ShopDomain shop, string address) =>
        IsLocal(address) || IsKnown(shop, address)
            ? address
            : throw new InvalidOperationException(
                "IShopifyInstallHandler.InstalledAsync must return a path of this host, or an address of this host, of the shop or of Shopify's admin.");

    // "//host" and "/\host" are addresses of another host for a browser; so is what it makes of control characters.
    private static bool IsLocal(string address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.AsSpan().ContainsAnyInRange('\0', ' ') && !address.Contains('\\', StringComparison.Ordinal);

    private bool IsKnown(ShopDomain shop, string address)
    {
        if (address.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(address, UriKind.Absolute, out var target) || target.UserInfo.Length > 0)
            return false;
        string?[] known = [install.Value.PublicUrl!.AbsoluteUri, Admin, $"https://{shop.Value}", client.Value.AuthorizeBaseUrl, client.Value.BaseUrl];
        return Array.Exists(known, candidate =>
            Uri.TryCreate(candidate?.Replace("{shop}", shop.Value, StringComparison.Ordinal), UriKind.Absolute, out var allowed)
            && allowed.GetLeftPart(UriPartial.Authority) == target.GetLeftPart(UriPartial.Authority));
    }
}
