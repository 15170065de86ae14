using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>A shop that has just granted the app its scopes.</summary>
/// <param name="ShopDomain">The shop the flow began with and the answer came from.</param>
/// <param name="Token">The tokens; store them in one transaction.</param>
/// <param name="GrantedScopes">The granted scopes as Shopify listed them, implied ones left out.</param>
public sealed record ShopifyInstallation(ShopDomain ShopDomain, AccessTokenResult Token, IReadOnlyList<string> GrantedScopes);
