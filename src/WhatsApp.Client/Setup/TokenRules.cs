using System.Globalization;

namespace WhatsApp.Client;

/// <summary>What a token must be: valid, lasting, of the right app, with the permissions, for the account.</summary>
internal static class TokenRules
{
    public static void Apply(SetupRead<TokenInfo> read, SetupCheckRequest request, DateTimeOffset now, SetupFindings findings)
    {
        if (read.Failure is { } failure)
            Failed(read.What, failure, request, findings);
        else if (read.Value is { IsValid: false } invalid)
            Invalid(invalid, now, findings);
        else if (read.Value is { } token)
            Valid(token, request, now, findings);
    }

    private static void Failed(string what, WhatsAppException failure, SetupCheckRequest request, SetupFindings findings)
    {
        if (request.App is not null && AppRules.IsAppRefused(failure))
        {
            findings.AppSecretWrong();
        }
        else if (request.App is null && failure is WhatsAppApiException { Code: not 190 })
        {
            findings.Info(
                SetupFindingCode.TokenNotInspected,
                "The platform does not let this token be inspected by itself.",
                "Give the app id and the app secret to have its permissions and its end checked.");
        }
        else
        {
            findings.Failed(what, failure, WhatsAppPermissions.Management);
        }
    }

    private static void Invalid(TokenInfo token, DateTimeOffset now, SetupFindings findings)
    {
        if (token.ErrorSubcode == 463 || token.ExpiresAt <= now)
            findings.TokenExpired();
        else
            findings.TokenInvalid();
    }

    private static void Valid(TokenInfo token, SetupCheckRequest request, DateTimeOffset now, SetupFindings findings)
    {
        if (token.ExpiresAt <= now)
            findings.TokenExpired();
        else if (token.ExpiresAt - now < request.ExpiryWarning)
            ExpiresSoon(token, findings);
        if (token.DataAccessExpiresAt <= now)
        {
            findings.Warning(
                SetupFindingCode.DataAccessExpired,
                "The app's access to the data behind this token has run out.",
                "Let the owner of the token log in to the app again, or use a system user's token.");
        }

        if (request.App is { } app && token.AppId is { } other && other != app.AppId)
        {
            findings.Error(
                SetupFindingCode.WrongApp,
                $"The access token was made for app {other}, not for app {app.AppId}.",
                "Use a token, an app id and an app secret of the same Meta app: webhooks are signed with the secret of the token's app.");
        }

        foreach (var permission in new[] { WhatsAppPermissions.Messaging, WhatsAppPermissions.Management })
            Permission(token, permission, request.Waba, findings);
    }

    private static void ExpiresSoon(TokenInfo token, SetupFindings findings)
    {
        var until = token.ExpiresAt!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (token.Type == "USER")
        {
            findings.Warning(
                SetupFindingCode.TokenShortLived,
                $"This is a short-lived token of the dashboard; it works until {until} UTC.",
                "Use the token of a system user for anything but a first try.");
        }
        else
        {
            findings.Warning(SetupFindingCode.TokenExpiresSoon, $"The access token runs out at {until} UTC.", "Enter a new one before that.");
        }
    }

    private static void Permission(TokenInfo token, string permission, WabaId? waba, SetupFindings findings)
    {
        var grants = token.GranularScopes.Where(grant => grant.Scope == permission).ToArray();
        if (!token.Scopes.Contains(permission) && grants.Length == 0)
        {
            findings.PermissionMissing(permission);
        }
        else if (waba is { } account && grants.Length > 0 && grants.All(grant => grant.TargetIds is { } ids && !ids.Contains(account.Value)))
        {
            findings.Error(
                SetupFindingCode.WabaNotGranted,
                $"The access token was granted for other accounts than {account}.",
                "Give the token's user access to this WhatsApp Business Account, or enter the id of the right account.");
        }
    }
}
