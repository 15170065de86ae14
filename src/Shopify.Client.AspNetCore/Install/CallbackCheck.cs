using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>
/// All checks of a callback before the code is touched. The signature comes before the state, so that a forged request cannot use up a
/// merchant's state.
/// </summary>
internal sealed class CallbackCheck(
    IShopifyInstallStateStore states, IOptions<ShopifyAppOptions> app, IOptions<ShopifyInstallOptions> install, TimeProvider time)
{
    /// <returns>The flow this callback ends, or the reason why it is refused.</returns>
    public async Task<(ShopifyInstallState? Flow, CallbackProblem? Problem)> RunAsync(HttpContext context, string callbackPath)
    {
        var query = context.Request.Query;
        if (SignatureProblem(context, out var shop) is { } problem)
            return (null, problem);
        var stateHash = InstallSecrets.Hash(query["state"].ToString());
        if (await states.TakeAsync(stateHash, context.RequestAborted).ConfigureAwait(false) is not { } flow)
            return (null, Forbidden("This installation is unknown, took too long or was finished before."));
        var cookie = InstallCookie.Take(context, stateHash, flow.RedirectUri);
        if (flow.ExpiresAt <= time.GetUtcNow())
            return (null, Forbidden("This installation took too long."));
        if (cookie is null || !InstallSecrets.SameHash(flow.BrowserHash, InstallSecrets.Hash(cookie)))
            return (null, Forbidden("This installation was begun in another browser."));
        if (flow.ShopDomain != shop)
            return (null, Forbidden("This installation was begun for another shop."));
        if (flow.RedirectUri != CallbackAddress.Of(install.Value, callbackPath).AbsoluteUri)
            return (null, Forbidden("This installation was begun for another address."));
        return (flow, null);
    }

    private CallbackProblem? SignatureProblem(HttpContext context, out ShopDomain shop)
    {
        shop = default;
        var query = context.Request.Query;
        var pairs = QueryPairs.Of(context.Request);
        if (ShopifyQueryHmac.HasRepeatedParameter(pairs))
            return BadRequest("A parameter occurs twice.");
        if (!ShopDomain.TryParse(query["shop"], out shop) || !WrittenByShopify(query["shop"], shop))
            return BadRequest("The parameter 'shop' is not a shop domain.");
        if (string.IsNullOrEmpty(query["state"]) || string.IsNullOrEmpty(query["hmac"]))
            return BadRequest("The parameters 'state' and 'hmac' are required.");
        if (!ShopifyQueryHmac.Verify(pairs, app.Value.GetSecrets()))
            return new CallbackProblem(StatusCodes.Status401Unauthorized, "The signature is wrong." + Restart);
        return ShopifyQueryTimestamp.IsFresh(query["timestamp"], time.GetUtcNow()) ? null : new CallbackProblem(StatusCodes.Status401Unauthorized, "The timestamp is missing or too old." + Restart);
    }

    /// <summary>Shopify writes the bare domain; the other forms are for people who type.</summary>
    public static bool WrittenByShopify(string? text, ShopDomain shop) => string.Equals(text, shop.Value, StringComparison.OrdinalIgnoreCase);

    private const string Restart = " Begin again from your Shopify admin; nothing was changed.";

    private static CallbackProblem BadRequest(string what) => new(StatusCodes.Status400BadRequest, what + Restart);

    private static CallbackProblem Forbidden(string what) => new(StatusCodes.Status403Forbidden, what + Restart);
}
