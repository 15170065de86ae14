namespace Shopify.Client.Auth;

/// <summary>Values of <see cref="ShopifyOAuthException.Error"/>. The list is open.</summary>
public static class ShopifyOAuthErrors
{
    /// <summary>The code is wrong, too old or was used: begin the installation again.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The refresh token is wrong, too old or was revoked: the merchant must authorise again.</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>The app's id or secret is wrong, or the shop has uninstalled it.</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>A session token was refused.</summary>
    public const string InvalidSubjectToken = "invalid_subject_token";
}
