using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace ShopBot.Dashboard;

/// <summary>
/// Who is looking at the dashboard: the owner of one shop, proved by Shopify at the end of an installation. Kept in an encrypted cookie of its own
/// that names the shop and its end; nothing is stored on the server, so any host can serve any request.
/// </summary>
public sealed class DashboardSession
{
    private const string CookieName = "shopbot.owner";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector _protector;

    /// <summary>Made by the container.</summary>
    public DashboardSession(IDataProtectionProvider protection) =>
        _protector = protection.CreateProtector("ShopBot.Dashboard.Session.v1").ToTimeLimitedDataProtector();

    /// <summary>Signs the browser in as the owner of a shop, for 12 hours.</summary>
    /// <param name="context">The request that proved it.</param>
    /// <param name="shopDomain">The shop's permanent domain.</param>
    public void SignIn(HttpContext context, string shopDomain)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(CookieName, _protector.Protect(shopDomain, Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/",
        });
    }

    /// <summary>The shop whose owner this browser is; null when it is nobody's.</summary>
    public string? ShopOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
