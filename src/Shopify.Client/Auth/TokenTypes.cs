namespace Shopify.Client.Auth;

/// <summary>The URNs of the token exchange grant.</summary>
internal static class TokenTypes
{
    public const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    public const string IdToken = "urn:ietf:params:oauth:token-type:id_token";
    public const string Offline = "urn:shopify:params:oauth:token-type:offline-access-token";
    public const string Online = "urn:shopify:params:oauth:token-type:online-access-token";
}
