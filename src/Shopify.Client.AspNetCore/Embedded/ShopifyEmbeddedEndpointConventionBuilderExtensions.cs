using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.AspNetCore;
using Shopify.Client.Auth;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Pages and calls of an app that Shopify's admin shows inside itself.</summary>
public static class ShopifyEmbeddedEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only requests through that a session token of App Bridge speaks for, from <c>Authorization: Bearer …</c> or, for pages, from <c>id_token</c>: algorithm,
    /// signature, times, audience and shop are checked, and who it is comes from <see cref="GetShopifySession"/>. Others get 401 with the header that makes App
    /// Bridge fetch a new token; a page is opened once more through App Bridge. Answers may be framed by the shop and by Shopify's admin alone. A shop that has no
    /// tokens yet gets them by token exchange.
    /// </summary>
    /// <typeparam name="TBuilder">An endpoint or a group.</typeparam>
    /// <param name="builder">The endpoints to guard.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException"><c>AddShopifyEmbedded</c> was not called; when the endpoints are built.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens"/>
    public static TBuilder RequireShopifySession<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => Guard(builder, null);

    /// <summary>
    /// The same for pages with links and forms, which bring no token along: once a token was believed, the app may keep a session of its own, such as a cookie. A request without a
    /// token is let through when that session is good; <see cref="FindShopifySession"/> is null then. One with a token is judged by the token alone.
    /// </summary>
    /// <typeparam name="TBuilder">An endpoint or a group.</typeparam>
    /// <param name="builder">The endpoints to guard.</param>
    /// <param name="isSignedIn">Whether the app's own session of a request is good. The endpoint must take its shop from that same session.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException"><c>AddShopifyEmbedded</c> was not called; when the endpoints are built.</exception>
    public static TBuilder RequireShopifySession<TBuilder>(this TBuilder builder, Func<HttpContext, bool> isSignedIn)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(isSignedIn);
        return Guard(builder, isSignedIn);
    }

    /// <summary>Who looks at the app, and in which shop, behind <see cref="RequireShopifySession{TBuilder}(TBuilder)"/>.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The verified token.</returns>
    /// <exception cref="InvalidOperationException">The endpoint does not require a session.</exception>
    public static ShopifySessionToken GetShopifySession(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FindShopifySession() ?? throw new InvalidOperationException("Call RequireShopifySession() on this endpoint.");
    }

    /// <summary>Who looks at the app, and in which shop; null when the request brought no session token.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The verified token.</returns>
    public static ShopifySessionToken? FindShopifySession(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<ShopifySessionToken>();
    }

    private static TBuilder Guard<TBuilder>(TBuilder builder, Func<HttpContext, bool>? isSignedIn)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint =>
        {
            var gate = endpoint.ApplicationServices.GetService<EmbeddedGate>()
                ?? throw new InvalidOperationException("Call services.AddShopifyEmbedded() before requiring a session.");
            if (endpoint.RequestDelegate is { } next)
                endpoint.RequestDelegate = context => gate.InvokeAsync(context, next, isSignedIn);
        });
        return builder;
    }
}
