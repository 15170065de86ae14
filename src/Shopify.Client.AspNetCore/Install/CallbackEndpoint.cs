using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>The way back from Shopify: checks, exchange, scopes, then the host's handler. Nothing changes unless all of them pass.</summary>
internal sealed partial class CallbackEndpoint(
    ShopifyOAuth oauth,
    CallbackCheck check,
    IOptions<ShopifyAppOptions> app,
    NextAddress next,
    ILogger<CallbackEndpoint> logger)
{
    public async Task InvokeAsync(HttpContext context, string callbackPath)
    {
        Refusal.KeepPrivate(context);
        if (context.Request.Query.ContainsKey("error"))
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "Shopify did not grant access, so the app is not installed.").ConfigureAwait(false);
            return;
        }

        var (flow, problem) = await check.RunAsync(context, callbackPath).ConfigureAwait(false);
        if (flow is null)
        {
            Log.CallbackRefused(logger, problem!.Status, problem.Message);
            await Refusal.WriteAsync(context, problem.Status, problem.Message).ConfigureAwait(false);
            return;
        }

        var code = context.Request.Query["code"].ToString();
        if (code.Length == 0)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "The parameter 'code' is required.").ConfigureAwait(false);
            return;
        }

        if (await ExchangeAsync(context, flow, code).ConfigureAwait(false) is { } token)
            await FinishAsync(context, flow.ShopDomain, token).ConfigureAwait(false);
    }

    private async Task<AccessTokenResult?> ExchangeAsync(HttpContext context, ShopifyInstallState flow, string code)
    {
        try
        {
            return await oauth.ExchangeCodeAsync(flow.ShopDomain, code, flow.CodeVerifier, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ShopifyException failure)
        {
            Log.ExchangeFailed(logger, flow.ShopDomain.Value, failure);
            var (status, text) = failure is ShopifyOAuthException { Error: ShopifyOAuthErrors.InvalidRequest }
                ? (StatusCodes.Status400BadRequest, "Shopify refused the code; it may have been used or be too old. Begin again from your Shopify admin.")
                : (StatusCodes.Status502BadGateway, "Shopify could not finish the installation. Begin again from your Shopify admin.");
            await Refusal.WriteAsync(context, status, text).ConfigureAwait(false);
            return null;
        }
    }

    private async Task FinishAsync(HttpContext context, ShopDomain shop, AccessTokenResult token)
    {
        var granted = ShopifyScopes.Parse(token.Scope);
        var missing = ShopifyScopes.Missing(ShopifyScopes.Parse(app.Value.RequiredScopes), granted);
        if (missing.Count > 0)
        {
            Log.ScopesMissing(logger, shop.Value, string.Join(',', missing));
            await Refusal.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                $"The app is not active: these access scopes were not granted: {string.Join(", ", missing)}. Install it again and grant them.").ConfigureAwait(false);
            return;
        }

        var handler = context.RequestServices.GetRequiredService<IShopifyInstallHandler>();
        var address = await handler.InstalledAsync(new ShopifyInstallation(shop, token, granted), context, context.RequestAborted).ConfigureAwait(false);
        context.Response.Redirect(next.Check(shop, address));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An OAuth callback was refused with {Status}: {Reason}")]
        public static partial void CallbackRefused(ILogger logger, int status, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The OAuth code of {Shop} could not be exchanged")]
        public static partial void ExchangeFailed(ILogger logger, string shop, Exception failure);

        [LoggerMessage(3, LogLevel.Warning, "{Shop} did not grant {Scopes}")]
        public static partial void ScopesMissing(ILogger logger, string shop, string scopes);
    }
}
