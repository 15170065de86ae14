namespace WhatsApp.Client;

/// <summary>Everything a set-up check reads, all at once.</summary>
internal sealed record SetupReads(
    SetupRead<PhoneNumberInfo> Number,
    SetupRead<TokenInfo> Token,
    SetupRead<HealthStatus> Health,
    SetupRead<IReadOnlyList<PhoneNumberInfo>> WabaNumbers,
    SetupRead<IReadOnlyList<AppSubscription>> SubscribedApps,
    SetupRead<IReadOnlyList<AppWebhook>> AppWebhooks)
{
    public static async Task<SetupReads> RunAsync(
        WhatsAppSender sender, SetupCheckRequest request, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var number = Read("the phone number", sender.GetPhoneNumberAsync);
        var token = Read("the access token", token => sender.GetTokenInfoAsync(request.App, token));
        var health = Read("the health of the number", sender.GetHealthStatusAsync);
        var numbers = request.Waba is { } waba
            ? Read("the numbers of the account", token => ListAsync(sender.GetPhoneNumbersAsync(waba, token), token))
            : SetupRead<IReadOnlyList<PhoneNumberInfo>>.None;
        var apps = request.Waba is { } account
            ? Read("the apps subscribed to the account", token => sender.GetSubscribedAppsAsync(account, token))
            : SetupRead<IReadOnlyList<AppSubscription>>.None;
        var webhooks = request.App is { } app
            ? Read("the webhook settings of the app", token => sender.GetAppWebhooksAsync(app, token))
            : SetupRead<IReadOnlyList<AppWebhook>>.None;
        await Task.WhenAll(number, token, health, numbers, apps, webhooks).ConfigureAwait(false);
        return new SetupReads(
            await number.ConfigureAwait(false), await token.ConfigureAwait(false), await health.ConfigureAwait(false),
            await numbers.ConfigureAwait(false), await apps.ConfigureAwait(false), await webhooks.ConfigureAwait(false));

        Task<SetupRead<T>> Read<T>(string what, Func<CancellationToken, Task<T>> read)
            where T : class => SetupRead<T>.RunAsync(what, read, deadline, cancellationToken);
    }

    private static async Task<IReadOnlyList<PhoneNumberInfo>> ListAsync(IAsyncEnumerable<PhoneNumberInfo> numbers, CancellationToken cancellationToken)
    {
        var list = new List<PhoneNumberInfo>();
        await foreach (var number in numbers.WithCancellation(cancellationToken).ConfigureAwait(false))
            list.Add(number);
        return list;
    }
}
