using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

namespace ThreeFlows;

/// <summary>Hands verified webhooks to the engine.</summary>
internal sealed class Webhooks(WhatsAppInbox inbox) : IWhatsAppWebhookHandler
{
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) => inbox.IsVerifyTokenAsync(verifyToken, cancellationToken);

    public async ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken) =>
        await inbox.FindStoreAsync(change, cancellationToken) is { } store ? new WebhookRoute(inbox.SecretsOf(store), store) : WebhookRoute.Unknown;

    public async ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await inbox.AcceptAsync([.. delivery.Events.Select(routed => new InboxAddress(routed.Event, routed.Owner as Store))], cancellationToken);
}
