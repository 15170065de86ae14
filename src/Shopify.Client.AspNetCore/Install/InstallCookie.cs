using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>Binds a flow to the browser that began it. One cookie per flow, so two installations side by side do not disturb each other.</summary>
internal static class InstallCookie
{
    public static void Set(HttpContext context, string stateHash, string value, Uri redirectUri, TimeSpan lifetime)
    {
        var options = Options(context, redirectUri);
        options.MaxAge = lifetime;
        context.Response.Cookies.Append(Name(stateHash), value, options);
    }

    public static string? Take(HttpContext context, string stateHash, string redirectUri)
    {
        if (!context.Request.Cookies.TryGetValue(Name(stateHash), out var value))
            return null;
        context.Response.Cookies.Delete(Name(stateHash), Options(context, new Uri(redirectUri)));
        return value;
    }

    private static string Name(string stateHash) => $"shopify_install_{stateHash[..16]}";

    // Lax: the callback is a navigation that comes from Shopify's pages.
    private static CookieOptions Options(HttpContext context, Uri redirectUri) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = redirectUri.AbsolutePath,
    };
}
