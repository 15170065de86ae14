using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>The first hit: checks the shop, remembers the flow, sends the merchant to Shopify's consent page.</summary>
internal sealed class InstallEndpoint(
    ShopifyOAuth oauth,
    IShopifyInstallStateStore states,
    IOptions<ShopifyAppOptions> app,
    IOptions<ShopifyInstallOptions> install,
    TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, string callbackPath)
    {
        Refusal.KeepPrivate(context);
        if (LinkPreview.IsBot(context.Request.Headers.UserAgent.ToString()))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status410Gone, "This link is for the shop's owner.").ConfigureAwait(false);
            return;
        }

        var query = QueryPairs.Of(context.Request);
        if (ShopifyQueryHmac.HasRepeatedParameter(query))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "A parameter occurs twice. Open the app from your Shopify admin.").ConfigureAwait(false);
            return;
        }

        if (!ShopDomain.TryParse(context.Request.Query["shop"], out var shop))
        {
            await Refusal.WriteAsync(
                context, StatusCodes.Status400BadRequest, "The parameter 'shop' must be a shop domain such as demo-shop.myshopify.com.").ConfigureAwait(false);
            return;
        }

        if (SignatureProblem(context, query, shop) is { } problem)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, problem + " Open the app from your Shopify admin.").ConfigureAwait(false);
            return;
        }

        context.Response.Redirect(await BeginAsync(context, shop, callbackPath).ConfigureAwait(false));
    }

    // A merchant who starts at our own page has no signature; one that is there must be right, and not an old one.
    private string? SignatureProblem(HttpContext context, IReadOnlyList<KeyValuePair<string, string>> query, ShopDomain shop)
    {
        if (!context.Request.Query.ContainsKey("hmac"))
            return null;
        if (!ShopifyQueryHmac.Verify(query, app.Value.GetSecrets()) || !CallbackCheck.WrittenByShopify(context.Request.Query["shop"], shop))
            return "The signature of this link is wrong.";
        return ShopifyQueryTimestamp.IsFresh(context.Request.Query["timestamp"], time.GetUtcNow()) ? null : "This link is too old.";
    }

    private async Task<string> BeginAsync(HttpContext context, ShopDomain shop, string callbackPath)
    {
        var options = install.Value;
        var redirectUri = CallbackAddress.Of(options, callbackPath);
        var (state, browser) = (InstallSecrets.NewValue(), InstallSecrets.NewValue());
        var verifier = app.Value.UsePkce ? InstallSecrets.NewValue() : null;
        var stateHash = InstallSecrets.Hash(state);
        await states.SaveAsync(
            new ShopifyInstallState
            {
                StateHash = stateHash,
                ShopDomain = shop,
                RedirectUri = redirectUri.AbsoluteUri,
                BrowserHash = InstallSecrets.Hash(browser),
                ExpiresAt = time.GetUtcNow() + options.StateLifetime,
                CodeVerifier = verifier,
            },
            context.RequestAborted).ConfigureAwait(false);
        InstallCookie.Set(context, stateHash, browser, redirectUri, options.StateLifetime);
        return oauth.BuildAuthorizeUrl(shop, redirectUri, state, verifier is null ? null : InstallSecrets.PkceChallenge(verifier));
    }
}
