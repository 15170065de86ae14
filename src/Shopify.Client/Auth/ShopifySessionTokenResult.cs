using System.Diagnostics.CodeAnalysis;

namespace Shopify.Client.Auth;

/// <summary>What a check of a session token found.</summary>
/// <param name="Token">The token; null when it is not believed.</param>
/// <param name="Problem">Why not.</param>
public readonly record struct ShopifySessionTokenResult(ShopifySessionToken? Token, ShopifySessionTokenProblem Problem)
{
    /// <summary>Whether it is believed.</summary>
    [MemberNotNullWhen(true, nameof(Token))]
    public bool IsValid => Token is not null;
}
