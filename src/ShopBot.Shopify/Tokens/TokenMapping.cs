using ShopBot.Engine.Stores;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tokens;

internal static class TokenMapping
{
    public static ShopifyCredentials ToCredentials(this AccessTokenResult answer, DateTimeOffset now) => new()
    {
        AccessToken = answer.AccessToken,
        GrantedAt = now,
        ExpiresAt = now + answer.ExpiresIn,
        RefreshToken = answer.RefreshToken,
        RefreshTokenExpiresAt = now + answer.RefreshTokenExpiresIn,
        Scope = answer.Scope,
    };
}
