using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>Lets a request through that a session token of App Bridge speaks for, and connects its shop when it is new.</summary>
internal sealed partial class EmbeddedGate(
    ShopifyOAuth oauth, IOptions<ShopifyAppOptions> app, IOptions<ShopifyEmbeddedOptions> options, ILogger<EmbeddedGate> logger)
{
    private const string Bearer = "Bearer ";
    private const string Parameter = "id_token";
    private const string RetryHeader = "X-Shopify-Retry-Invalid-Session-Request";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next, Func<HttpContext, bool>? isSignedIn)
    {
        context.Response.Headers.CacheControl = "no-store";
        var authorization = context.Request.Headers.Authorization.ToString();
        var text = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..] : context.Request.Query[Parameter].ToString();
        // A token that was brought decides alone: it may be of another shop than the one that is signed in.
        if (text.Length == 0 && isSignedIn?.Invoke(context) == true)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var result = oauth.VerifySessionToken(text);
        if (result.Token is not { } session)
        {
            await RefuseAsync(context, result.Problem).ConfigureAwait(false);
            return;
        }

        // The shop is that of the token. A parameter beside it may say anything.
        context.Response.Headers.ContentSecurityPolicy = $"frame-ancestors https://{session.Shop.Value} https://admin.shopify.com;";
        context.Features.Set(session);
        if (await ConnectAsync(context, session, text).ConfigureAwait(false))
            await next(context).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpContext context, ShopifySessionTokenProblem problem)
    {
        Log.Refused(logger, problem);
        if (IsPage(context.Request))
            return BouncePage.WriteAsync(context, app.Value.ApiKey);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers[RetryHeader] = "1";
        return Task.CompletedTask;
    }

    /// <summary>A page that the browser opens cannot bring a header along: it is sent through App Bridge once, which adds the token to the address.</summary>
    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey(BouncePage.Marker);

    private async Task<bool> ConnectAsync(HttpContext context, ShopifySessionToken session, string text)
    {
        if (!options.Value.ConnectShops || context.RequestServices.GetService<ShopifyTokens>() is not { } tokens
            || await tokens.GetStateAsync(session.Shop, context.RequestAborted).ConfigureAwait(false) == ShopifyTokenState.Active)
            return true;
        try
        {
            var granted = await oauth.ExchangeSessionTokenAsync(session.Shop, text, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            var missing = ShopifyScopes.Missing(ShopifyScopes.Parse(app.Value.RequiredScopes), ShopifyScopes.Parse(granted.Scope));
            if (missing.Count > 0)
            {
                Log.ScopesMissing(logger, session.Shop.Value, string.Join(',', missing));
                await Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, $"The app is not active: these access scopes were not granted: {string.Join(", ", missing)}.").ConfigureAwait(false);
                return false;
            }

            await tokens.SaveGrantAsync(session.Shop, granted, context.RequestAborted).ConfigureAwait(false);
            return true;
        }
        catch (ShopifyOAuthException refused) when (refused.Error == ShopifyOAuthErrors.InvalidSubjectToken)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers[RetryHeader] = "1";
            return false;
        }
        catch (ShopifyException failure)
        {
            Log.NotConnected(logger, session.Shop.Value, failure);
            await Refusal.WriteAsync(context, StatusCodes.Status502BadGateway, "Shopify could not connect the app. Open it again.").ConfigureAwait(false);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Debug, "A request came without a session token that is believed: {Problem}")]
        public static partial void Refused(ILogger logger, ShopifySessionTokenProblem problem);

        [LoggerMessage(12, LogLevel.Warning, "{Shop} did not grant {Scopes}")]
        public static partial void ScopesMissing(ILogger logger, string shop, string scopes);

        [LoggerMessage(13, LogLevel.Warning, "The session token of {Shop} could not be exchanged")]
        public static partial void NotConnected(ILogger logger, string shop, Exception failure);
    }
}
