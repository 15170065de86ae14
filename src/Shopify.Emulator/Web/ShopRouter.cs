using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.Web;

/// <summary>
/// Finds the shop of a request: the first path segment, else the Host (<c>{name}.myshopify.com</c> or <c>{name}.localhost</c>), else the only shop there is. The segment moves into the path base,
/// so that the endpoints below see production's paths.
/// </summary>
internal sealed class ShopRouter(Func<IReadOnlyList<EmulatedShop>> shops)
{
    public bool TryRoute(HttpContext context)
    {
        var all = shops();
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        if (Named(all, first) is { } named)
        {
            context.Request.PathBase = context.Request.PathBase.Add("/" + first);
            context.Request.Path = end < 0 ? "/" : path[end..];
            context.SetShop(named);
            return true;
        }

        if ((Named(all, Domain(context.Request.Host.Host)) ?? (all.Count == 1 ? all[0] : null)) is not { } shop) return false;
        context.SetShop(shop);
        return true;
    }

    /// <summary>Whether the Host names a shop.</summary>
    public bool NamesShop(HttpContext context) => Named(shops(), Domain(context.Request.Host.Host)) is not null;

    private static EmulatedShop? Named(IReadOnlyList<EmulatedShop> all, string domain) =>
        all.FirstOrDefault(s => string.Equals(s.Domain, domain, StringComparison.OrdinalIgnoreCase));

    private static string Domain(string host) => host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) ? host[..^".localhost".Length] + ".myshopify.com" : host;
}
