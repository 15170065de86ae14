namespace WhatsApp.Client;

/// <summary>Whether webhooks come: the app is subscribed to the account and to messages, and they go to the right address.</summary>
internal static class AppRules
{
    private const string WhatsAppObject = "whatsapp_business_account";

    /// <summary>What the platform answers to an app id with a wrong secret.</summary>
    public static bool IsAppRefused(WhatsAppException failure) => failure is WhatsAppApiException { Code: 1 or 101 or 190, HttpStatus: < 500 };

    public static void Apply(SetupReads reads, SetupCheckRequest request, SetupFindings findings)
    {
        var appId = request.App?.AppId ?? reads.Token.Value?.AppId;
        var mine = Subscription(reads.SubscribedApps, appId, findings);
        var webhook = Settings(reads.AppWebhooks, findings);
        Callback(reads, mine, webhook, request.CallbackUrl, findings);
    }

    private static AppSubscription? Subscription(SetupRead<IReadOnlyList<AppSubscription>> read, string? appId, SetupFindings findings)
    {
        if (read.Failure is { } failure && !SetupFindings.IsUnreachable(failure))
            findings.Failed(read.What, failure, WhatsAppPermissions.Management);
        if (read.Value is not { } apps)
            return null;

        var mine = apps.FirstOrDefault(app => app.AppId == appId);
        if (apps.Count == 0 || (appId is not null && mine is null))
        {
            findings.Error(
                SetupFindingCode.AppNotSubscribed,
                "The app is not subscribed to the account: messages can be sent, but none will be received.",
                "Subscribe the app to the WhatsApp Business Account.");
        }
        else if (appId is null)
        {
            findings.Info(
                SetupFindingCode.SubscriptionNotChecked,
                "Some app is subscribed to the account, but it is not known whether it is yours.",
                "Give the app id and the app secret to have it checked.");
        }

        foreach (var other in apps.Where(app => appId is not null && app.AppId != appId))
        {
            findings.Info(
                SetupFindingCode.OtherAppSubscribed,
                $"Another app ({other.AppId}) gets the same messages.",
                "Make sure that it does not answer them too.");
        }

        return mine ?? (appId is null && apps.Count == 1 ? apps[0] : null);
    }

    private static AppWebhook? Settings(SetupRead<IReadOnlyList<AppWebhook>> read, SetupFindings findings)
    {
        if (read.Failure is { } failure)
        {
            if (IsAppRefused(failure))
                findings.AppSecretWrong();
            else
                findings.Failed(read.What, failure, WhatsAppPermissions.Management);
            return null;
        }

        if (read.Value is not { } webhooks)
            return null;
        var webhook = webhooks.FirstOrDefault(webhook => webhook.ObjectType == WhatsAppObject);
        if (webhook is null)
        {
            findings.Error(
                SetupFindingCode.CallbackMissing,
                "The app has no webhook settings for WhatsApp, so no message will be received.",
                "Enter the callback address and the verify token in the app's webhook settings.");
        }
        else if (!webhook.IsActive || !webhook.Fields.Contains("messages"))
        {
            findings.Error(
                SetupFindingCode.MessagesNotSubscribed,
                "The app does not hear of messages.",
                "Switch on the field messages in the app's webhook settings.");
        }

        return webhook;
    }

    private static void Callback(SetupReads reads, AppSubscription? subscription, AppWebhook? webhook, Uri? expected, SetupFindings findings)
    {
        var known = reads.Number.Value?.WebhookConfiguration;
        var particular = known?.PhoneNumber ?? subscription?.OverrideCallbackUri ?? known?.Waba;
        var inForce = particular ?? webhook?.CallbackUrl ?? known?.Application;
        if (inForce is null)
            return;
        if (expected is null)
        {
            if (particular is not null)
            {
                findings.Info(
                    SetupFindingCode.CallbackOverridden,
                    $"Webhooks go to an address set for this account or number only, at {particular.Host}.",
                    "Nothing, if that is where your bot runs.");
            }
        }
        else if (inForce != expected)
        {
            findings.Error(
                SetupFindingCode.CallbackElsewhere,
                $"Webhooks go to {inForce.Host}{inForce.AbsolutePath} instead of {expected.Host}{expected.AbsolutePath}.",
                particular is null
                    ? "Change the callback address in the app's webhook settings."
                    : "Remove the address set for this account or number, or subscribe the app with the right one.");
        }
    }
}
