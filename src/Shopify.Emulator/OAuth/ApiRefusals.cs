namespace Shopify.Emulator.OAuth;

/// <summary>Bodies with which the APIs refuse a token. <c>errors</c> is a string here.</summary>
internal static class ApiRefusals
{
    public const string InvalidToken = """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""";

    public const string NonExpiring =
        """{"errors":"[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"}""";
}
