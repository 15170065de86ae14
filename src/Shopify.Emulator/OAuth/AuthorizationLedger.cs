using System.Collections.Concurrent;

namespace Shopify.Emulator.OAuth;

/// <summary>Requests waiting for the merchant's answer, and codes waiting for the app. Both work once.</summary>
internal sealed class AuthorizationLedger(TimeProvider time)
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PageLife = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (string Shop, Authorization Request)> _pages = [];
    private readonly ConcurrentDictionary<string, (string Shop, Authorization Grant)> _codes = [];

    public string OpenPage(string shop, Authorization request)
    {
        var id = Secrets.Hex();
        _pages[id] = (shop, request);
        return id;
    }

    public Authorization? ClosePage(string shop, string id) => _pages.TryRemove(id, out var page) && page.Shop == shop
        && time.GetUtcNow() - page.Request.At < PageLife ? page.Request : null;

    public string IssueCode(string shop, Authorization request)
    {
        var code = Secrets.Hex();
        _codes[code] = (shop, request with { At = time.GetUtcNow() });
        return code;
    }

    public Authorization? RedeemCode(string shop, string code) => _codes.TryRemove(code, out var entry) && entry.Shop == shop
        && time.GetUtcNow() - entry.Grant.At < CodeLife ? entry.Grant : null;
}
