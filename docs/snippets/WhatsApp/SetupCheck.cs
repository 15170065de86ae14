using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class SetupCheck
{
    public static async Task CheckAsync(WhatsAppSender sender, string appSecret, TextWriter page, CancellationToken cancellationToken)
    {
        #region check
        SetupReport report = await sender.CheckSetupAsync(
            new SetupCheckRequest
            {
                Waba = new WabaId("700100"),
                App = new MetaApp("111", appSecret),
                CallbackUrl = new Uri("https://bot.example/whatsapp/webhook"),
            },
            cancellationToken);

        foreach (SetupFinding finding in report.Findings) // worst first
            await page.WriteLineAsync($"{finding.Severity}: {finding.Message} {finding.Advice}");

        if (report.Has(SetupFindingCode.AppNotSubscribed))
            await sender.SubscribeAppAsync(new WabaId("700100"), cancellationToken);
        #endregion
    }

    public static async Task ReadAsync(WhatsAppSender sender, string appSecret, CancellationToken cancellationToken)
    {
        #region reads
        PhoneNumberInfo number = await sender.GetPhoneNumberAsync(cancellationToken);
        HealthStatus health = await sender.GetHealthStatusAsync(cancellationToken);

        var app = new MetaApp("111", appSecret);
        TokenInfo token = await sender.GetTokenInfoAsync(app, cancellationToken);
        IReadOnlyList<AppWebhook> webhooks = await sender.GetAppWebhooksAsync(app, cancellationToken);

        var waba = new WabaId("700100");
        IReadOnlyList<AppSubscription> apps = await sender.GetSubscribedAppsAsync(waba, cancellationToken);
        await foreach (PhoneNumberInfo other in sender.GetPhoneNumbersAsync(waba, cancellationToken))
        {
        }
        #endregion
    }

    public static async Task SubscribeAsync(WhatsAppSender sender, string verifyToken, CancellationToken cancellationToken)
    {
        #region subscribe
        var waba = new WabaId("700100");
        await sender.SubscribeAppAsync(waba, cancellationToken); // to the app's own callback

        var elsewhere = new WebhookOverride(new Uri("https://shop-7.example/whatsapp/webhook"), verifyToken);
        await sender.SubscribeAppAsync(waba, elsewhere, cancellationToken); // this account only

        await sender.UnsubscribeAppAsync(waba, cancellationToken);
        #endregion
    }
}
