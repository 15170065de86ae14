namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads what this account's token is worth: whether it works, until when, for which app, with which permissions and accounts.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/debug_token">debug_token</see>.
    /// </summary>
    /// <param name="app">The app that asks. Null lets the token ask about itself, which the platform does not allow to every kind of token.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<TokenInfo> GetTokenInfoAsync(MetaApp? app = null, CancellationToken cancellationToken = default)
    {
        var account = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        var call = GraphCall.Get("token.get", $"debug_token?input_token={Uri.EscapeDataString(account.AccessToken)}");
        using var answer = await _connection.CallAsync(app is null ? account : As(app, account), call, cancellationToken).ConfigureAwait(false);
        return TokenReader.Read(answer.RootElement.Member("data"));
    }

    /// <summary>
    /// Reads the webhook settings of an app: where its webhooks go by default and which fields it hears of.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/app/subscriptions">app subscriptions</see>.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<AppWebhook>> GetAppWebhooksAsync(MetaApp app, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        var account = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        using var answer = await _connection
            .CallAsync(As(app, account), GraphCall.Get("app.subscriptions", $"{app.AppId}/subscriptions"), cancellationToken).ConfigureAwait(false);
        return [.. answer.RootElement.Items("data").Select(item => new AppWebhook
        {
            ObjectType = item.Text("object") ?? "",
            CallbackUrl = item.Address("callback_url"),
            IsActive = item.IsTrue("active"),
            Fields = [.. item.Items("fields").Select(field => field.AsText() ?? field.Text("name")).OfType<string>()],
        })];
    }

    /// <summary>The same number with the app's own token, which is its id and secret.</summary>
    private static WhatsAppAccount As(MetaApp app, WhatsAppAccount account) =>
        new(account.PhoneNumberId, $"{app.AppId}|{app.AppSecret}", account.ApiVersion);
}
