using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Hosting;

/// <summary>From the webhook endpoint to the engine's inbox, as a host joins them.</summary>
internal sealed class InboxWebhooks(WhatsAppInbox inbox) : IWhatsAppWebhookHandler
{
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) => inbox.IsVerifyTokenAsync(verifyToken, cancellationToken);

    public async ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken) =>
        await inbox.FindStoreAsync(change, cancellationToken) is { } store ? new WebhookRoute(inbox.SecretsOf(store), store) : WebhookRoute.Unknown;

    public async ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await inbox.AcceptAsync([.. delivery.Events.Select(static routed => new InboxAddress(routed.Event, routed.Owner as Store))], cancellationToken);
}
