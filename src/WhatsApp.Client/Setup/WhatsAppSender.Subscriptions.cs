using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Lists the apps that hear of the events of a WhatsApp Business Account.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/subscribed_apps">subscribed apps</see>.
    /// </summary>
    /// <param name="waba">The account; the token must reach it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<AppSubscription>> GetSubscribedAppsAsync(WabaId waba, CancellationToken cancellationToken = default)
    {
        var apps = new List<AppSubscription>();
        await foreach (var item in PagesAsync("waba.subscribed_apps", $"{Segment(waba)}/subscribed_apps", cancellationToken).ConfigureAwait(false))
        {
            var app = item.Member("whatsapp_business_api_data");
            if (app.Text("id") is { } id)
                apps.Add(new AppSubscription { AppId = id, Name = app.Text("name"), OverrideCallbackUri = item.Address("override_callback_uri") });
        }

        return apps;
    }

    /// <summary>
    /// Subscribes the token's app to the webhooks of a WhatsApp Business Account. Without it sends work and no webhook ever comes.
    /// Repeating it does no harm, but removes a callback address set for this account only.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/subscribed_apps">subscribed apps</see>.
    /// </summary>
    /// <param name="waba">The account that owns this number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SubscribeAppAsync(WabaId waba, CancellationToken cancellationToken = default) =>
        ChangeSubscriptionAsync("waba.subscribe_app", HttpMethod.Post, waba, "{}"u8.ToArray(), cancellationToken);

    /// <summary>
    /// Subscribes the token's app and sends this account's webhooks to an address of its own. The platform asks that address for the challenge
    /// at once, so it must already answer the handshake.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks/override">webhook overrides</see>.
    /// </summary>
    /// <param name="waba">The account that owns this number.</param>
    /// <param name="callback">Where its webhooks shall go.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SubscribeAppAsync(WabaId waba, WebhookOverride callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ChangeSubscriptionAsync("waba.subscribe_app", HttpMethod.Post, waba, Body(callback), cancellationToken);
    }

    /// <summary>Ends the subscription of the token's app: no webhook of the account comes any more.</summary>
    /// <param name="waba">The account that owns this number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task UnsubscribeAppAsync(WabaId waba, CancellationToken cancellationToken = default) =>
        ChangeSubscriptionAsync("waba.unsubscribe_app", HttpMethod.Delete, waba, body: null, cancellationToken);

    private async Task ChangeSubscriptionAsync(string operation, HttpMethod method, WabaId waba, byte[]? body, CancellationToken cancellationToken)
    {
        var call = new GraphCall(operation, method, $"{Segment(waba)}/subscribed_apps", body, CallRepeat.Freely);
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        GraphAnswer.RequireSuccess(answer.RootElement);
    }

    private static byte[] Body(WebhookOverride callback)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("override_callback_uri"u8, callback.CallbackUri.AbsoluteUri);
            writer.WriteString("verify_token"u8, callback.VerifyToken);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
