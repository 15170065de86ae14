namespace Shopify.Client.Auth;

/// <summary>Why a session token is not believed. Answer 401 with <c>X-Shopify-Retry-Invalid-Session-Request: 1</c>, so that App Bridge fetches a new one.</summary>
public enum ShopifySessionTokenProblem
{
    /// <summary>It is believed.</summary>
    None,

    /// <summary>It is missing, or not three parts of base64url with JSON in them.</summary>
    Malformed,

    /// <summary>It is not signed with HS256, or demands an extension nobody here knows.</summary>
    WrongAlgorithm,

    /// <summary>None of the secrets made this signature.</summary>
    WrongSignature,

    /// <summary>Its end has passed.</summary>
    Expired,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>It was made for another app.</summary>
    WrongAudience,

    /// <summary>It names no shop domain, or its issuer is another shop.</summary>
    WrongShop,
}
