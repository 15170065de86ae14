using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Orders;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Puts a paid order into the lane of the customer whose chat it names, else of the one who writes from the buyer's number, or whose cart it came of; the chat decides whether it led to it.</summary>
internal sealed partial class PaidOrders(WhatsAppInbox inbox, CustomerDirectory customers, ChatCarts carts, TimeProvider time, ILogger<PaidOrders> logger) : IWebhookReaction
{
    public IReadOnlyList<string> Topics { get; } = ["orders/paid"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (PaidOrder.Read(webhook.ReadPayload()) is not { } order)
            return;
        var byPhone = order.Customer is null && order.Phones.Count > 0 ? await customers.FindByPhoneAsync(store, order.Phones, cancellationToken).ConfigureAwait(false) : null;
        var byCart = (order.Customer ?? byPhone) is null ? await carts.FindAsync(store, order.CartToken, cancellationToken).ConfigureAwait(false) : null;
        if ((order.Customer ?? byPhone ?? byCart) is not { } customer)
            return;
        var paid = new OrderPaid(order.Name, order.VariantIds)
        {
            OrderId = "gid://shopify/Order/" + order.Id,
            MatchedBy = order.Customer is not null ? null : byPhone is not null ? "phone" : "cart",
            CartToken = order.CartToken,
            Total = order.Total,
            Currency = order.Currency,
            Products = order.Products,
        };
        var payload = JsonSerializer.SerializeToUtf8Bytes(paid, ShopifyEventJson.Default.OrderPaid);
        var occurred = new ExternalEvent(customer, OrderPaid.Kind, order.Id, payload, webhook.TriggeredAt ?? time.GetUtcNow());
        if (!await inbox.AcceptAsync(store, occurred, cancellationToken).ConfigureAwait(false))
            Log.UnknownCustomer(logger, store.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2303, Level = LogLevel.Warning, Message = "Store {Store}: a paid order names a chat that does not exist.")]
        public static partial void UnknownCustomer(ILogger logger, StoreId store);
    }
}
