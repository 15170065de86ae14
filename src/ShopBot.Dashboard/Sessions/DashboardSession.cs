using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ShopBot.Dashboard;

/// <summary>
/// Who is looking at the dashboard: the owner of one shop, proved by Shopify at the end of an installation or by its session token. Kept in an encrypted cookie of its own
/// that names the shop and its end; nothing is stored on the server, so any host can serve any request.
/// </summary>
public sealed class DashboardSession
{
    private const string CookieName = "shopbot.owner";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector _protector;
    private readonly DashboardOptions _options;

    /// <summary>Made by the container.</summary>
    public DashboardSession(IDataProtectionProvider protection, IOptions<DashboardOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _protector = protection.CreateProtector("ShopBot.Dashboard.Session.v1").ToTimeLimitedDataProtector();
        _options = options.Value;
    }

    /// <summary>Signs the browser in as the owner of a shop, for 12 hours.</summary>
    /// <param name="context">The request that proved it.</param>
    /// <param name="shopDomain">The shop's permanent domain.</param>
    public void SignIn(HttpContext context, string shopDomain)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = _options.Embedded ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = _options.Embedded || context.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/",
        };
        if (_options.Embedded)
            cookie.Extensions.Add("Partitioned");
        context.Response.Cookies.Append(CookieName, _protector.Protect(shopDomain, Lifetime), cookie);
        context.Items[typeof(DashboardSession)] = shopDomain;
    }

    /// <summary>The shop whose owner this browser is; null when it is nobody's.</summary>
    public string? ShopOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[typeof(DashboardSession)] is string known)
            return known;
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

    /// <summary>The owner's shop; inside Shopify's admin a session token outranks the cookie and renews it.</summary>
    internal string? Identify(HttpContext context)
    {
        if (!_options.Embedded || _options.ShopOfSession?.Invoke(context) is not { } shop)
            return ShopOf(context);
        SignIn(context, shop);
        return shop;
    }
}
